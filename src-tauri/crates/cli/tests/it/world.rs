//! A simulator, a folder, and the program run in them without any of the machine's own settings.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use simulator::{Options, Simulator};
use tempfile::TempDir;

/// A stay that the simulated doors' first slot serves, far from the existing codes.
pub const STAY: [&str; 4] = ["--from", "2027-12-03T15:45", "--to", "2027-12-06T10:15"];

/// Plain doors, slow only if a test asks for it.
pub fn quick(doors: usize) -> Options {
    Options { setting_ms: 0, set_ms: 0, ..Options::plain(doors) }
}

pub struct World {
    pub simulator: Simulator,
    pub folder: TempDir,
}

/// How a run ended; a killed run has the code -1.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl World {
    pub async fn start(options: Options) -> Self {
        let simulator = Simulator::start(options).await.unwrap();
        Self { simulator, folder: TempDir::new().unwrap() }
    }

    /// The same with every door read.
    pub async fn synced(options: Options) -> Self {
        let world = Self::start(options).await;
        assert_eq!(world.run(&["sync"]).code, 0, "a sync with a healthy simulator");
        world
    }

    /// The program, ready to run on this record.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = bare(self.folder.path(), args);
        command.env("SEAM_ENDPOINT", self.simulator.url()).env("SEAM_API_KEY", simulator::API_KEY);
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::new(&self.command(args).output().unwrap())
    }

    /// Runs with `--json`; returns the document and the exit code.
    pub fn json(&self, args: &[&str]) -> (Value, i32) {
        let ran = self.run(&[args, &["--json"]].concat());
        (ran.document(), ran.code)
    }

    /// Issues a code for a stay at a door.
    pub fn issue(&self, door: &str, more: &[&str]) -> (Value, i32) {
        self.json(&[&["issue", door], STAY.as_slice(), more].concat())
    }

    /// Bytes of the record.
    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("latchbook.db")
    }
}

impl Ran {
    pub fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// The one JSON document on stdout.
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The document, unless the run was killed before it was whole.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_str(&self.out).ok()
    }

    /// The code's id at Seam, if the run reported one.
    pub fn access_code_id(&self) -> Option<String> {
        Some(self.json()?["access_code_id"].as_str()?.to_owned())
    }

    /// Whether this run gave up because others were writing.
    pub fn is_busy(&self) -> bool {
        self.json().is_some_and(|json| json["error"]["code"] == "busy")
    }

    /// Whether this run reported that it sent the request.
    pub fn created(&self) -> bool {
        self.json().is_some_and(|json| json["created"] == true)
    }
}

/// The program without a key or an endpoint.
pub fn bare(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_latchbook"));
    for name in ["SEAM_ENDPOINT", "SEAM_API_KEY", "SEAM_WEBHOOK_SECRET", "NO_COLOR", "COLUMNS", "LATCHBOOK_LOG"] {
        command.env_remove(name);
    }
    // Independent of this computer's language.
    command.env("LC_ALL", "C");
    command.args(args).env("LATCHBOOK_DATA_DIR", folder).env("HOME", folder).env_remove("DBUS_SESSION_BUS_ADDRESS");
    command.env("XDG_RUNTIME_DIR", folder).stdin(Stdio::null());
    command
}

/// The keys of an object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> =
        value.as_object().map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default();
    keys.sort_unstable();
    keys
}

/// Asserts that an object has these keys at least, and names the ones it lacks.
pub fn has_keys(value: &Value, wanted: &[&str], what: &str) {
    let found = keys(value);
    let missing: Vec<&&str> = wanted.iter().filter(|key| !found.contains(key)).collect();
    assert!(missing.is_empty(), "{what} lacks {missing:?}; it has {found:?}");
}

/// Sends one request and returns the status and the body.
pub fn post(address: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    let mut head =
        format!("POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
    // A server that refuses a large body may close before it has read it.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
}

/// Reads a child's stream until a line holds `word`; returns everything read.
pub fn read_until(stream: &mut impl Read, word: &str) -> String {
    let mut seen = Vec::new();
    let mut byte = [0];
    while stream.read(&mut byte).unwrap_or_default() > 0 {
        seen.push(byte[0]);
        if byte[0] == b'\n' && String::from_utf8_lossy(&seen).contains(word) {
            break;
        }
    }
    String::from_utf8_lossy(&seen).into_owned()
}

/// Kills a child that would run for ever.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
