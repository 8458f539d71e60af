//! Requests for codes that are in flight: the app must not end before their outcomes are on disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts the requests in flight.
#[derive(Default)]
pub struct InFlight(Arc<AtomicUsize>);

/// One request in flight, until this is dropped.
pub struct Request(Arc<AtomicUsize>);

impl InFlight {
    pub fn begin(&self) -> Request {
        self.0.fetch_add(1, Ordering::SeqCst);
        Request(Arc::clone(&self.0))
    }

    pub fn is_any(&self) -> bool {
        self.0.load(Ordering::SeqCst) > 0
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
