//! Each path of `clippy.toml` fires: clippy says nothing about a path that it cannot resolve, so a renamed method would
//! be allowed again unseen.
//!
//! Each function below calls one path and *expects* the lint; under `clippy -D warnings` an unmet expectation
//! is an error. The test compares the list of functions with the list in `clippy.toml`.

#![allow(dead_code, reason = "only clippy reads these")]

use jiff::{
    Error, Timestamp, ZonedDateTime,
    civil::{Date, DateTime},
    tz::TimeZone,
};

macro_rules! fires {
    ($($name:ident($($argument:ident: $kind:ty),*) -> $answer:ty = $path:literal: $call:expr;)*) => {
        const CALLED: &[&str] = &[$($path),*];
        $(
            #[expect(clippy::disallowed_methods, reason = "to see that it is disallowed")]
            fn $name($($argument: $kind),*) -> $answer {
                $call
            }
        )*
    };
}

fires! {
    timestamp_now() -> Timestamp = "jiff::Timestamp::now": Timestamp::now();
    zoned_now() -> ZonedDateTime = "jiff::ZonedDateTime::now": ZonedDateTime::now();
    zoned_of_datetime(at: DateTime, tz: TimeZone) -> Result<ZonedDateTime, Error> = "jiff::civil::DateTime::to_zoned_datetime": at.to_zoned_datetime(tz);
    datetime_in_tz(at: DateTime) -> Result<ZonedDateTime, Error> = "jiff::civil::DateTime::in_tz": at.in_tz("UTC");
    zoned_of_date(on: Date, tz: TimeZone) -> Result<ZonedDateTime, Error> = "jiff::civil::Date::to_zoned_datetime": on.to_zoned_datetime(tz);
    date_in_tz(on: Date) -> Result<ZonedDateTime, Error> = "jiff::civil::Date::in_tz": on.in_tz("UTC");
    timestamp_of_zone(tz: &TimeZone, at: DateTime) -> Result<Timestamp, Error> = "jiff::tz::TimeZone::to_timestamp": tz.to_timestamp(at);
    zoned_of_zone(tz: TimeZone, at: DateTime) -> Result<ZonedDateTime, Error> = "jiff::tz::TimeZone::to_zoned_datetime": tz.to_zoned_datetime(at);
    system_zone() -> TimeZone = "jiff::tz::TimeZone::system": TimeZone::system();
    try_system_zone() -> Result<TimeZone, Error> = "jiff::tz::TimeZone::try_system": TimeZone::try_system();
    system_time() -> std::time::SystemTime = "std::time::SystemTime::now": std::time::SystemTime::now();
    variable() -> Result<String, std::env::VarError> = "std::env::var": std::env::var("HOME");
    variable_os() -> Option<std::ffi::OsString> = "std::env::var_os": std::env::var_os("HOME");
}

#[test]
fn every_disallowed_path_is_called_here() {
    let clippy = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../clippy.toml")).unwrap();
    let listed = clippy.lines().filter_map(|line| line.trim().strip_prefix("{ path = \"")?.split('"').next());
    let (mut listed, mut called) = (listed.collect::<Vec<_>>(), CALLED.to_vec());
    listed.sort_unstable();
    called.sort_unstable();
    assert_eq!(called, listed, "a path without a call here may be one that clippy cannot resolve");
}
