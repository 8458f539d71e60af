//! A record of 60,000 codes and 240,000 events: search, opening with `verify`, and the commands on it.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use domain::ids::DeviceId;
use domain::lifecycle::State;
use domain::times::Times;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use store::{CodeFilter, FILE_NAME, Reader, Store};
use testkit::now;

use crate::commands;
use crate::figure::{Bound, Figure, median, millis, p95, timed};
use crate::filled::fill;

const CODES: i64 = 60_000;
const DOORS: i64 = 500;

pub fn measure() -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path(), now())?;
    fill(&mut store, CODES, DOORS)?;
    drop(store);
    let mut figures = vec![search(folder.path())?, verify(folder.path())?];
    figures.extend(commands::measure(folder.path())?);
    Ok(figures)
}

/// Typical searches by hosts, letter by letter and complete, with and without a filter.
fn searches() -> Vec<CodeFilter> {
    let words = [
        "loft",
        "lo",
        "l",
        "garden house 2",
        "pool dec",
        "2024-05",
        "2026-11-20",
        "Jul 1",
        "cabin 12",
        "dec 3-6",
        "3 Dec 2026",
        "zzz",
        "2",
        "20",
        "202",
        "2026",
    ];
    let search = |words: &str| CodeFilter { search: Some(words.to_owned()), ..CodeFilter::default() };
    let mut filters: Vec<CodeFilter> = words.into_iter().map(search).collect();
    filters.push(CodeFilter { device: Some(DeviceId::new("door-7")), ..search("loft") });
    filters.push(CodeFilter { states: vec![State::Set], ..search("attic") });
    filters
}

fn search(folder: &Path) -> Result<Figure> {
    let reader = Reader::open(folder)?;
    let mut times = Vec::new();
    for round in 0..20 {
        for filter in searches() {
            let (time, page) =
                timed(|| reader.read().codes(&filter, 50, Times::corrected(now(), None)).map_err(anyhow::Error::from));
            page?;
            if round > 0 {
                times.push(time);
            }
        }
    }
    let time = p95(times);
    Ok(Figure {
        name: "search in 60,000 codes, p95, ms".to_owned(),
        measured: millis(time),
        floor: "none: an absolute bound".to_owned(),
        value: time.as_secs_f64() * 1_000.0,
        bound: Bound::AtMost(5.0),
    })
}

fn verify(folder: &Path) -> Result<Figure> {
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let (time, rows) = timed(|| hash_bare(folder));
        rows?;
        floor.push(time);
        let (time, sound) = timed(|| anyhow::Ok(Store::open(folder, now())?.verify()?));
        let sound = sound?;
        ensure!(sound.is_sound() && sound.events == 240_000, "the record of {} events is sound", sound.events);
        ours.push(time);
    }
    let (ours, floor): (Duration, Duration) = (median(ours), median(floor));
    Ok(Figure::ratio("open and verify 60,000 codes, 240,000 events", ours, "the same rows read and hashed", floor, 3.0))
}

/// Reads every row of every table that `verify` checks, and hashes it with SHA-256.
fn hash_bare(folder: &Path) -> Result<Vec<u8>> {
    let connection = Connection::open(folder.join(FILE_NAME))?;
    let mut hash = Sha256::new();
    for table in ["workspace", "slot_snapshot", "door", "intent", "event", "code"] {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => hash.update([0]),
                    ValueRef::Integer(number) => hash.update(number.to_le_bytes()),
                    ValueRef::Real(number) => hash.update(number.to_le_bytes()),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => hash.update(bytes),
                }
            }
        }
    }
    Ok(hash.finalize().to_vec())
}
