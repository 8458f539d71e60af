//! The durable part of issuing: three commits, compared with three bare commits of the same bytes.

use std::time::Duration;

use anyhow::{Context, Result};
use domain::event::Secrets;
use rusqlite::{Connection, TransactionBehavior, params};
use store::Store;
use testkit::now;

use crate::figure::{Figure, median, timed};
use crate::filled::{intent, put_doors, steps};

const ROUNDS: i64 = 400;
const DOORS: i64 = 20;

pub fn measure() -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path(), now())?;
    store.write(|write| put_doors(write, DOORS))?;
    let mut bare = bare(&folder.path().join("bare.db"))?;
    let payloads = payloads()?;
    // Alternating, so that a slow moment of the disk affects both.
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for number in 0..ROUNDS {
        ours.push(timed(|| issue(&mut store, number)));
        floor.push(timed(|| commit_bare(&mut bare, &payloads)));
    }
    let (ours, floor) = (middle(ours)?, middle(floor)?);
    let name = "durable part of issuing (intent + sending + answer)";
    Ok(vec![Figure::ratio(name, ours, "three bare commits of the same bytes", floor, 1.3)])
}

fn middle(rounds: Vec<(Duration, Result<()>)>) -> Result<Duration> {
    let (times, done): (Vec<_>, Vec<_>) = rounds.into_iter().unzip();
    done.into_iter().collect::<Result<Vec<()>>>()?;
    Ok(median(times))
}

/// Intent, sending, and the answer with its reading: committed as in `ops::issue`.
fn issue(store: &mut Store, number: i64) -> Result<()> {
    let now = now();
    let [sending, accepted, read] = steps(number);
    let new = intent(number, DOORS)?;
    let id = store.write(|write| anyhow::Ok(write.record_intent(&new, "bench", Vec::new(), now)?.id))?;
    store.write(|write| anyhow::Ok(write.append(id, &sending.0, &Secrets::default(), now)?))?;
    store.write(|write| {
        write.append(id, &accepted.0, &accepted.1, now)?;
        anyhow::Ok(write.append(id, &read.0, &read.1, now)?)
    })?;
    Ok(())
}

fn bare(path: &std::path::Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE payload (id INTEGER PRIMARY KEY, bytes BLOB) STRICT",
    )?;
    Ok(connection)
}

/// As many bytes as the three commits of one code write into rows: measured on a record with one code.
fn payloads() -> Result<[Vec<u8>; 3]> {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path(), now())?;
    store.write(|write| put_doors(write, DOORS))?;
    issue(&mut store, 0)?;
    drop(store);
    let connection = Connection::open(folder.path().join(store::FILE_NAME))?;
    let size = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let event = "SELECT coalesce(sum(length(detail) + ifnull(length(sealed), 0) + 64 + 32), 0) FROM event WHERE seq";
    let row = |table: &str| -> rusqlite::Result<i64> {
        let columns: Vec<String> = connection
            .prepare(&format!("SELECT 'ifnull(length(' || name || '), 0)' FROM pragma_table_xinfo('{table}')"))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        size(&format!("SELECT {} FROM {table} LIMIT 1", columns.join(" + ")))
    };
    let (intent, code) = (row("intent")?, row("code")?);
    let [one, two, three] = [
        intent + code + size(&format!("{event} = 1"))?,
        code + size(&format!("{event} = 2"))?,
        code + size(&format!("{event} > 2"))?,
    ]
    .map(|bytes| usize::try_from(bytes).unwrap_or_default());
    Ok([vec![7; one], vec![7; two], vec![7; three]])
}

fn commit_bare(connection: &mut Connection, payloads: &[Vec<u8>; 3]) -> Result<()> {
    for payload in payloads {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.prepare_cached("INSERT INTO payload (bytes) VALUES (?1)")?.execute(params![payload])?;
        transaction.commit().context("a bare commit")?;
    }
    Ok(())
}
