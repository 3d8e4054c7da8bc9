//! How much memory a body may make: a body of a few bytes must not become objects of gigabytes.
//!
//! An object of a wide type takes kilobytes before it holds anything, and `{}` in a collection makes one. So the objects of
//! a body may take some multiple of the body's length together, and some megabytes that any body may have.

use crate::runtime::json::Fault;
use std::sync::atomic::{AtomicUsize, Ordering};

static FLOOR: AtomicUsize = AtomicUsize::new(32 << 20);
static FACTOR: AtomicUsize = AtomicUsize::new(64);

/// Sets, for all bodies from now on, how many bytes the objects of a body may take: `floor`, and `factor` for each byte of the
/// body. The defaults are 32 MiB and 64. A body that wants more is an error, tolerant or strict; while a collection grows it
/// takes up to twice as much for a moment.
pub fn set_memory_limit(floor: usize, factor: usize) {
    FLOOR.store(floor, Ordering::Relaxed);
    FACTOR.store(factor, Ordering::Relaxed);
}

/// What is left for the objects of one body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Budget(usize);

impl Budget {
    /// For a body of this many bytes.
    pub(crate) fn of_body(length: usize) -> Self {
        let factor = FACTOR.load(Ordering::Relaxed);
        Self(FLOOR.load(Ordering::Relaxed).saturating_add(length.saturating_mul(factor)))
    }

    /// Takes `bytes` for an object that begins at `offset`.
    #[inline]
    pub(crate) fn spend(&mut self, bytes: usize, offset: usize) -> Result<(), Box<Fault>> {
        match self.0.checked_sub(bytes) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err(exceeded(offset)),
        }
    }
}

#[cold]
fn exceeded(offset: usize) -> Box<Fault> {
    Fault::new("the objects of this body take more memory than its length allows", offset)
}
