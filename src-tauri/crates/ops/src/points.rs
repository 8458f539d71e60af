//! Named points at which a test can stop the program, to see that nothing is lost. Nothing in a release.
//!
//! With the feature `failpoints`, `FAILPOINTS=name=return` in the environment ends the process there as `kill -9` would:
//! no destructor runs, nothing is flushed.

/// Stops here if a test asks for it.
macro_rules! point {
    ($name:literal) => {
        fail::fail_point!($name, |_| std::process::abort())
    };
}

pub(crate) use point;
