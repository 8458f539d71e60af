//! The real binary on the large record, and against a simulator with as many codes: how soon `codes` answers, and how much memory
//! any command takes.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use simulator::{Options, Simulator, Variety};

use crate::figure::{Bound, Figure, median, millis};

/// As many codes at Seam as in the record.
const CODES: usize = 60_000;
const DOORS: usize = 500;

/// A stay that fits a slot of the simulator's doors.
const STAY: [&str; 6] = ["--from", "2027-03-08T15:45", "--to", "2027-03-11T10:15", "--rounding", "1d"];

/// Commands that read the record; none needs a key or the network.
const OFFLINE: [&[&str]; 9] = [
    &["codes", "--json"],
    &["codes", "--search", "loft", "--json"],
    &["codes", "--csv"],
    &["codes", "--limit", "1000", "--json"],
    &["code", "60000", "--json"],
    &["doors", "--json"],
    &["limits", "--json"],
    &["audit", "--json"],
    &["verify", "--json"],
];

pub fn measure(folder: &Path) -> Result<Vec<Figure>> {
    let (mut listing, mut version) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        version.push(run(folder, &["--version"], None)?.0);
        listing.push(run(folder, &["codes", "--json"], None)?.0);
    }
    let (listing, version) = (median(listing), median(version));
    let over = listing.saturating_sub(version);
    let mut most = (0, "");
    for arguments in OFFLINE {
        let (_, kilobytes) = run(folder, arguments, None)?;
        most = most.max((kilobytes, arguments[0]));
    }
    let backup = folder.join("backup.db");
    let (_, kilobytes) = run(folder, &["backup", &backup.to_string_lossy()], None)?;
    most = most.max((kilobytes, "backup"));
    let elsewhere = tempfile::tempdir()?;
    let (_, kilobytes) = run(elsewhere.path(), &["restore", &backup.to_string_lossy()], None)?;
    most = most.max((kilobytes, "restore"));
    most = most.max(online()?);
    Ok(vec![
        Figure {
            name: "`codes --json` over `--version`, ms".to_owned(),
            measured: millis(listing),
            floor: format!("{} `latchbook --version`", millis(version)),
            value: over.as_secs_f64() * 1_000.0,
            bound: Bound::AtMost(30.0),
        },
        Figure {
            name: format!("peak memory of any command (`{}`), MB", most.1),
            measured: format!("{} kB", most.0),
            floor: "none: an absolute bound".to_owned(),
            value: f64::from(most.0) / 1_000.0,
            bound: Bound::AtMost(120.0),
        },
    ])
}

/// The highest peak memory of the commands that call Seam, and the command: a first sync of everything, one without news, a
/// preview, issuing, and a look.
fn online() -> Result<(u32, &'static str)> {
    let options = Options {
        doors: DOORS,
        slots: 16,
        codes: CODES,
        variety: Variety::Plain,
        max_codes: 500,
        setting_ms: 0,
        set_ms: 0,
        ..Options::default()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let simulator = runtime.block_on(Simulator::start(options))?;
    let door = simulator.doors().first().map(|door| door.device_id.clone()).context("a door")?;
    let folder = tempfile::tempdir()?;
    let with_stay = |command| [&[command, door.as_str()], STAY.as_slice()].concat();
    let issue = [with_stay("issue"), vec!["--yes"]].concat();
    let mut most = (0, "");
    for (name, arguments) in [
        ("sync", vec!["sync"]),
        ("sync", vec!["sync"]),
        ("preview", with_stay("preview")),
        ("issue", issue),
        ("look", vec!["look"]),
    ] {
        let (_, kilobytes) = run(folder.path(), &arguments, Some(&simulator))?;
        most = most.max((kilobytes, name));
    }
    Ok(most)
}

/// Runs a command; returns its time and its peak resident memory in kB, as far as it could be sampled.
fn run(folder: &Path, arguments: &[&str], seam: Option<&Simulator>) -> Result<(Duration, u32)> {
    let binary = std::env::current_exe()?.with_file_name("latchbook");
    ensure!(binary.exists(), "{} is not built; `cargo xtask bench` builds it", binary.display());
    let start = Instant::now();
    let mut command = Command::new(binary);
    if let Some(simulator) = seam {
        command.env(runtime::KEY_VARIABLE, simulator.api_key()).args(["--endpoint", &simulator.url()]);
    }
    let mut child = command
        .args(["--data-dir", &folder.to_string_lossy()])
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(&status));
        if let Some(exit) = child.try_wait()? {
            if exit.success() {
                return Ok((start.elapsed(), peak));
            }
            bail!("latchbook {} ended with {exit}", arguments.join(" "));
        }
        // Sampling must not slow the command: times come from commands that end within a few samples.
        std::thread::sleep(Duration::from_micros(300));
    }
}

/// `VmHWM` of a process in kB; 0 once it is gone, or if there is no such file.
fn high_water(status: &str) -> u32 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or_default()
}
