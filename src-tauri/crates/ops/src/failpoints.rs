//! Named points at which a test can stop the program or block the record, to check that nothing is lost. Compiled out
//! of releases.
//!
//! With the feature `failpoints`, `FAILPOINTS=name=return` in the environment ends the process there as `kill -9` would:
//! no destructor runs, nothing is flushed. At `answer-refused` it goes on, with a record that stays busy.

/// Stops here if a test asks for it.
macro_rules! failpoint {
    ($name:literal) => {
        fail::fail_point!($name, |_| std::process::abort())
    };
}

/// Fails here, as if another program held the record, if a test asks for it.
macro_rules! fail_busy {
    ($name:literal) => {
        fail::fail_point!($name, |_| Err(store::Error::Busy.into()))
    };
}

pub(crate) use {fail_busy, failpoint};
