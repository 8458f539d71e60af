//! Named points at which a test can stop the program or refuse it the record, to see that nothing is lost. Nothing in a release.
//!
//! With the feature `failpoints`, `FAILPOINTS=name=return` in the environment ends the process there as `kill -9` would:
//! no destructor runs, nothing is flushed. At `answer-refused` it goes on, with a record that stays busy.

/// Stops here if a test asks for it.
macro_rules! point {
    ($name:literal) => {
        fail::fail_point!($name, |_| std::process::abort())
    };
}

/// Refuses here, as a record that another program does not let go of, if a test asks for it.
macro_rules! refuse {
    ($name:literal) => {
        fail::fail_point!($name, |_| Err(store::Error::Busy.into()))
    };
}

pub(crate) use {point, refuse};
