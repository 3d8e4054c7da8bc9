//! What one run counted and how long its stages took, for the last line that people read.
//!
//! In: numbers that the stages know anyway. Out: plain data; the command line does the wording.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the pages held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Pages read.
    pub pages: usize,
    /// Entity and complex types.
    pub types: usize,
    /// Enumerations.
    pub enums: usize,
    /// Documented request lines.
    pub operations: usize,
    /// JSON bodies by outcome.
    pub examples: Examples,
}

/// JSON examples by outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    /// Fit the model.
    pub ok: usize,
    /// The page contradicts itself.
    pub defective: usize,
    /// No rule finds their type.
    pub unresolved: usize,
}

/// Stages and their wall-clock times, in the order in which they ran.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// Name and time of each stage.
    pub stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Runs `stage` and notes how long it took.
    pub fn time<T>(&mut self, name: &'static str, stage: impl FnOnce() -> T) -> T {
        let start = std::time::Instant::now();
        let result = stage();
        self.stages.push((name, start.elapsed()));
        result
    }
}

/// What a slice of the API holds, when the configuration or the command line asks for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// One line: how much of the whole came in.
    pub summary: String,
    /// Why the largest parts came in, one line each, largest first.
    pub reasons: Vec<String>,
}
