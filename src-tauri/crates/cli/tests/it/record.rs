//! Verify, backup, restore: with the program itself.

use crate::world::{World, quick};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_restores_everything() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.issue("Door 101", &[]).1, 0, "a code to keep");
    let copy = world.folder.path().join("copy.db");
    let copy = copy.to_str().unwrap();
    assert_eq!(world.run(&["backup", copy]).code, 0, "a checked copy");
    assert_eq!(world.run(&["backup", copy]).code, 2, "nothing is overwritten");
    let page = std::fs::read(world.file()).unwrap();
    std::fs::write(world.file(), &page[..page.len() / 2]).unwrap();
    let (view, code) = world.json(&["verify"]);
    assert_eq!((code, &view["sound"]), (7, &false.into()), "half a file is not sound: {view}");
    let (view, code) = world.json(&["restore", copy]);
    assert_eq!(code, 0, "{view}");
    assert!(
        view["set_aside"].as_str().is_some_and(|path| std::path::Path::new(path).exists()),
        "kept, not deleted: {view}"
    );
    assert_eq!(world.json(&["codes"]).0["total"], 1, "the code is back");
    assert_eq!(world.run(&["verify"]).code, 0, "and the record is sound");
}

/// The record in one file, as it is after the last window was closed, with the first letter of a text changed.
fn changed(world: &World, text: &str) -> tempfile::TempDir {
    let copy = world.folder.path().join("copy.db");
    assert_eq!(world.run(&["backup", copy.to_str().unwrap()]).code, 0, "one file");
    let mut bytes = std::fs::read(&copy).unwrap();
    let at = bytes.windows(text.len()).position(|window| window == text.as_bytes()).unwrap();
    bytes[at] ^= 1;
    let other = tempfile::tempdir().unwrap();
    std::fs::write(other.path().join("latchbook.db"), bytes).unwrap();
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_workspace_row_hides_no_code() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.issue("Door 101", &[]).1, 0, "a code to keep");
    let other = changed(&world, "Simulated Doors");
    let folder = other.path().to_str().unwrap();
    assert_eq!(world.run(&["verify", "--data-dir", folder]).code, 7, "the change is found");
    let (view, code) = world.json(&["code", "1", "--data-dir", folder]);
    assert_eq!((code, &view["state"]), (0, &"set".into()), "the code is unchanged: {view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_finds_a_changed_pin() {
    let world = World::synced(quick(1)).await;
    let (issued, _) = world.issue("Door 101", &[]);
    let other = changed(&world, issued["pin"].as_str().unwrap());
    let (view, code) = world.json(&["verify", "--data-dir", other.path().to_str().unwrap()]);
    assert_eq!((code, &view["sound"]), (7, &false.into()), "one digit of a PIN: {view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_backup_changes_nothing() {
    let world = World::synced(quick(1)).await;
    let bad = world.folder.path().join("bad.db");
    let path = bad.to_str().unwrap();
    assert_eq!(world.run(&["restore", path]).code, 2, "there is no file");
    std::fs::write(&bad, "no database").unwrap();
    assert_eq!(world.run(&["restore", path]).code, 7, "it is not a backup");
    assert_eq!(world.run(&["doors"]).code, 0, "the record is unchanged");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_backup_is_not_blamed_on_the_record() {
    let world = World::synced(quick(1)).await;
    let inside = |name: &str| world.folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(inside("a-file"), "").unwrap();
    let mut cases = vec![
        (inside("nowhere/copy.db"), inside("nowhere")),
        (inside("a-file/copy.db"), inside("a-file")),
        (inside("a-file"), inside("a-file")),
        (inside("windows"), inside("windows")),
    ];
    if cfg!(target_os = "linux") {
        cases.push(("/proc/latchbook-copy.db".to_owned(), "/proc/latchbook-copy.db".to_owned()));
    }
    for (file, named) in cases {
        let (view, code) = world.json(&["backup", &file]);
        assert_eq!(code, 2, "{file} cannot hold a backup: {view}");
        let message = view["error"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(&named), "the obstacle is named: {message}");
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_a_backup_is_named_immediately() {
    let world = World::synced(quick(1)).await;
    let inside = |name: &str| world.folder.path().join(name).to_str().unwrap().to_owned();
    assert!(
        std::process::Command::new("mkfifo").arg(inside("pipe")).status().unwrap().success(),
        "nothing writes to it"
    );
    for file in [inside("windows"), inside("pipe"), inside("none"), "/dev/zero".to_owned()] {
        let (view, code) = world.json(&["restore", &file]);
        assert_eq!(code, 2, "{file} is not a backup: {view}");
        assert!(view["error"]["message"].as_str().unwrap().contains(&file), "it is named: {view}");
    }
    assert_eq!(world.run(&["doors"]).code, 0, "the record is unchanged");
}

/// The program as another user: as `nobody` if root runs this test, else as the current user.
#[cfg(unix)]
fn as_somebody_else(world: &World, is_root: bool, args: &[&str]) -> crate::world::Ran {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let open = tempfile::tempdir().unwrap();
    std::fs::set_permissions(open.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let own = world.command(args);
    // The build folder may be closed to other users.
    let program = open.path().join("latchbook");
    std::fs::hard_link(own.get_program(), &program)
        .or_else(|_| std::fs::copy(own.get_program(), &program).map(drop))
        .unwrap();
    let mut command = std::process::Command::new(&program);
    command.args(own.get_args()).envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if is_root {
        command.uid(65_534).gid(65_534);
    }
    crate::world::Ran::new(&command.current_dir("/").output().unwrap())
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn an_unreadable_record_is_not_called_missing() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let world = World::synced(quick(1)).await;
    let (folder, file) = (world.folder.path(), world.file());
    let is_root = std::fs::metadata(folder).unwrap().uid() == 0;
    let close =
        |path: &std::path::Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let shut = if is_root { 0o700 } else { 0 };
    // The folder, and only the file in it.
    for (path, open) in [(folder, 0o700), (&file, 0o755)] {
        close(folder, open);
        close(path, if path == folder { shut } else { shut & 0o600 });
        let mut tried = vec!["codes", "verify", "doors"];
        if is_root {
            // Its owner would open it again.
            tried.extend(["sync", "look"]);
        }
        for command in tried {
            let ran = as_somebody_else(&world, is_root, &[command, "--json"]);
            let view = ran.document();
            assert_eq!((ran.code, view["error"]["code"].as_str()), (7, Some("not_writable")), "{command}: {ran:?}");
            let message = view["error"]["message"].as_str().unwrap();
            let way_out = format!("chown -R \"$(id -un)\" '{}'", folder.display());
            assert!(message.contains("may not open") && message.contains(&way_out), "cause and remedy: {message}");
        }
    }
    let backup = folder.join("copy.db");
    close(&file, 0o600);
    close(folder, 0o755);
    assert_eq!(world.run(&["backup", backup.to_str().unwrap()]).code, 0, "the owner makes a backup");
    close(folder, 0o755);
    close(&backup, shut & 0o600);
    let other = tempfile::tempdir().unwrap();
    close(other.path(), 0o777);
    let data = other.path().join("data");
    let args = ["restore", backup.to_str().unwrap(), "--data-dir", data.to_str().unwrap()];
    let ran = as_somebody_else(&world, is_root, &args);
    assert!(ran.code == 2 && ran.err.contains("permission to read"), "a backup that may not be read: {ran:?}");
    close(folder, 0o700);
}

/// A record of this many codes, as the bytes of one file.
async fn record_of(codes: usize) -> Vec<u8> {
    let world = World::synced(quick(codes)).await;
    for number in 101..101 + codes {
        assert_eq!(world.issue(&format!("Door {number}"), &["--wait", "0"]).1, 0, "a code at door {number}");
    }
    let copy = world.folder.path().join("copy.db");
    assert_eq!(world.run(&["backup", copy.to_str().unwrap()]).code, 0, "everything in one file");
    std::fs::read(&copy).unwrap()
}

/// The record with three quarters of one page after another overwritten.
fn damaged(whole: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (1..whole.len() / 4_096).map(|page| {
        let mut bytes = whole.to_vec();
        bytes[page * 4_096 + 1_024..][..3_072].fill(0xa5);
        bytes
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_readable_codes_and_reports_damage() {
    const CODES: usize = 30;
    let whole = record_of(CODES).await;
    let world = World::start(quick(1)).await;
    let mut partly = None;
    for bytes in damaged(&whole) {
        std::fs::write(world.file(), &bytes).unwrap();
        let (view, code) = world.json(&["codes", "--limit", "1000"]);
        let shown = view["codes"].as_array().map_or(0, Vec::len);
        if code == 0 {
            assert_eq!(shown, CODES, "no code is skipped silently");
            continue;
        }
        assert_eq!((code, &view["error"]["code"]), (7, &"damaged".into()), "{view}");
        if (1..CODES).contains(&shown) {
            partly = Some(bytes);
        }
    }
    std::fs::write(world.file(), partly.unwrap()).unwrap();
    for args in [&["codes"][..], &["codes", "--csv"]] {
        let ran = world.run(args);
        assert_eq!(ran.code, 7, "{ran:?}");
        assert!(ran.out.contains("Door 1"), "what can be read is shown: {}", ran.out);
        let said = ran.err.replace('\n', " ");
        assert!(said.contains("cannot be read") && said.contains("restore a backup"), "the rest is named: {said}");
    }
    let book = world.folder.path().join("codes.xlsx");
    let saved = world.run(&["codes", "--xlsx", book.to_str().unwrap()]);
    assert!(
        saved.code == 7 && book.is_file() && saved.err.contains("cannot be read"),
        "and so does an export: {saved:?}"
    );
    let verified = world.run(&["verify"]);
    assert!(verified.code == 7 && verified.out.replace('\n', " ").contains("stays as it is"), "{verified:?}");
    let synced = world.run(&["sync"]);
    assert!(!synced.err.contains("was set aside"), "it does not claim to have set anything aside: {}", synced.err);
    assert!(world.file().exists(), "a record that can be read in part stays in its place");
    let backup = world.folder.path().join("another.db");
    let (view, code) = world.json(&["backup", backup.to_str().unwrap()]);
    assert_eq!((code, &view["error"]["code"]), (7, &"damaged".into()), "no backup is made of it: {view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrecked_record_is_set_aside_by_the_first_write() {
    let world = World::synced(quick(1)).await;
    let rubbish = b"not a database at all, and long enough to be checked as one";
    std::fs::write(world.file(), rubbish).unwrap();
    let said = |ran: &crate::world::Ran| ran.err.replace('\n', " ");
    let read = world.run(&["codes"]);
    assert_eq!(read.code, 7, "{read:?}");
    assert!(world.file().exists() && said(&read).contains("stays as it is"), "a reader moves nothing: {read:?}");
    let wrote = world.run(&["sync"]);
    assert!(wrote.code == 7 && said(&wrote).contains("was set aside"), "a writer does, and says so: {wrote:?}");
    let aside = std::fs::read_dir(world.folder.path()).unwrap().flatten().map(|entry| entry.path());
    let mut aside = aside.filter(|path| path.to_string_lossy().contains("set-aside"));
    assert!(aside.any(|path| std::fs::read(path).unwrap() == rubbish), "it is kept under another name");
    let after = world.run(&["codes"]);
    assert!(after.code == 7 && said(&after).contains("set-aside"), "until a backup is restored: {after:?}");
    assert!(!world.file().exists(), "no empty record takes its place");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn only_the_owner_can_read_the_record() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::synced(quick(1)).await;
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&world.file()), 0o600, "it holds PINs");
    assert_eq!(mode(world.folder.path()), 0o700, "and so does the WAL next to it");
}
