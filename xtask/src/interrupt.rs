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

/// The same, and `then` is called when it is noted.
pub(crate) fn defer_to(then: impl Fn() + Send + 'static) {
    ctrlc::set_handler(move || {
        REQUESTED.store(true, Ordering::Relaxed);
        then();
    })
    .ok();
}

/// Whether a request to stop was noted.
pub(crate) fn is_requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// What to do at a step of writing.
pub(crate) fn verdict(_: &Step<'_>) -> Verdict {
    if REQUESTED.load(Ordering::Relaxed) { Verdict::Cancel } else { Verdict::Continue }
}
