//! A first sync and one without news, compared with a bare loop that fetches and parses the same pages.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use reqwest::Client;
use seam::Endpoint;
use serde_json::{Value, json};
use simulator::{Options, Simulator, Variety};

use crate::figure::{Figure, median};

const DOORS: usize = 200;
const ROUNDS: usize = 5;

pub fn measure() -> Result<Vec<Figure>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(measure_all())
}

async fn measure_all() -> Result<Vec<Figure>> {
    let options = Options {
        doors: DOORS,
        slots: 16,
        codes: 20_000,
        variety: Variety::Plain,
        max_codes: 500,
        ..Options::default()
    };
    let simulator = Simulator::start(options).await?;
    let (mut first, mut again, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(bare_loop(&simulator).await?);
        let folder = tempfile::tempdir()?;
        let app = runtime::open(
            folder.path(),
            Endpoint::parse(&simulator.url())?,
            domain::ApiKey::parse(simulator.api_key())?,
        )?;
        let (time, codes) = sync(&app).await?;
        ensure!(codes == 20_000, "the sync read {codes} codes");
        first.push(time);
        let written = app.record.on_thread(|store| Ok(store.rows_written())).await?;
        again.push(sync(&app).await?.0);
        let rows = app.record.on_thread(|store| Ok(store.rows_written())).await? - written;
        ensure!(rows == 1, "a sync without news wrote {rows} rows; only its time may be written");
    }
    let (first, again, floor) = (median(first), median(again), median(floor));
    let name = "bare loop over the same pages";
    Ok(vec![
        Figure::ratio("first sync, 200 doors × 16 slots, 20,000 codes", first, name, floor, 1.5),
        Figure::ratio("second sync, nothing changed (1 row: its time)", again, name, floor, 1.2),
    ])
}

async fn sync(app: &runtime::App) -> Result<(Duration, usize)> {
    let start = std::time::Instant::now();
    let synced = app.sync(&|_| ()).await?;
    ensure!(synced.unread.is_empty(), "a door could not be read");
    Ok((start.elapsed(), synced.codes))
}

/// The requests of a sync one after another, each answer parsed as JSON and dropped.
async fn bare_loop(simulator: &Simulator) -> Result<Duration> {
    // Another provider may be installed already; any will do.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder().build()?;
    let bare = Bare { client, url: simulator.url(), key: simulator.api_key() };
    let start = std::time::Instant::now();
    bare.ask("/workspaces/get", json!({})).await?;
    bare.ask("/connected_accounts/list", json!({})).await?;
    let doors = bare.pages("/devices/list", json!({ "limit": 200 }), "devices").await?;
    let mut codes = 0;
    for door in &doors {
        let id = door["device_id"].as_str().context("a door without an id")?;
        for list in ["/access_codes/list", "/access_codes/unmanaged/list"] {
            codes += bare.pages(list, json!({ "device_id": id, "limit": 1_000 }), "access_codes").await?.len();
        }
    }
    let since = Timestamp::UNIX_EPOCH.to_string();
    bare.ask("/events/list", json!({ "since": since, "limit": 1 })).await?;
    ensure!(doors.len() == DOORS && codes == 20_000, "the loop read {} doors and {codes} codes", doors.len());
    Ok(start.elapsed())
}

struct Bare<'a> {
    client: Client,
    url: String,
    key: &'a str,
}

impl Bare<'_> {
    async fn ask(&self, path: &str, body: Value) -> Result<Value> {
        let request = self.client.post(format!("{}{path}", self.url)).bearer_auth(self.key).json(&body);
        Ok(request.send().await?.error_for_status()?.json().await?)
    }

    async fn pages(&self, path: &str, mut body: Value, what: &str) -> Result<Vec<Value>> {
        let mut rows = Vec::new();
        loop {
            let mut page = self.ask(path, body.clone()).await?;
            if let Some(Value::Array(found)) = page.get_mut(what).map(Value::take) {
                rows.extend(found);
            }
            let cursor = page["pagination"]["next_page_cursor"].take();
            if cursor.is_null() {
                return Ok(rows);
            }
            body["page_cursor"] = cursor;
        }
    }
}
