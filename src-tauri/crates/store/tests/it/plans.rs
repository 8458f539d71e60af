//! Every read that a screen needs uses an index.

use rusqlite::Connection;
use store::{FILE_NAME, Store};
use testkit::{fill, now};

#[test]
fn no_screen_scans_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 50);
    let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    let join = "FROM intent JOIN code ON code.intent = intent.id";
    let usage = include_str!("../../src/usage.sql")
        .replace("?1", "1")
        .replace("{one_lock}", "AND device_id IN (SELECT value FROM json_each('[\"d\"]'))");
    let queries = [
        format!("SELECT * {join} WHERE code.access_code_id = 'c'"),
        format!("SELECT * {join} WHERE intent.base = 'x' ORDER BY intent.attempt"),
        format!("SELECT * {join} WHERE intent.stay_key = 'k' ORDER BY intent.id"),
        "SELECT * FROM event CROSS JOIN intent ON intent.id = event.intent WHERE event.detail ->> 'kind' = 'moved'"
            .to_owned(),
        "SELECT * FROM event WHERE intent = 1 ORDER BY seq".to_owned(),
        "SELECT * FROM code_elsewhere WHERE device_id IN (SELECT value FROM json_each('[\"d\"]')) AND gone_at IS NULL"
            .to_owned(),
        usage,
    ];
    for query in queries {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
        let steps: Vec<String> = statement.query_map([], |row| row.get(3)).unwrap().collect::<Result<_, _>>().unwrap();
        for step in steps.iter().filter(|step| step.starts_with("SCAN")) {
            let is_small = step == "SCAN place"
                || step.starts_with("SCAN json_each")
                || step == "SCAN event USING INDEX event_moved";
            assert!(is_small, "{query} has the step {step}");
        }
    }
}
