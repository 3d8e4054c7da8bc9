//! Ctrl-C while files are exchanged: noticed between two steps, then everything is undone.
//!
//! Before that, nothing was changed yet, and the process simply ends as the system does it.

use generator::write::{Step, Verdict};
use std::sync::atomic::{AtomicBool, Ordering};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From here on, a request to stop is noted instead of obeyed at once.
pub(crate) fn defer() {
    // Without a handler a stop is a kill, which the next run puts right.
    ctrlc::set_handler(|| REQUESTED.store(true, Ordering::Relaxed)).ok();
}

/// What to do at a step of writing.
pub(crate) fn verdict(_: &Step<'_>) -> Verdict {
    if REQUESTED.load(Ordering::Relaxed) { Verdict::Cancel } else { Verdict::Continue }
}
