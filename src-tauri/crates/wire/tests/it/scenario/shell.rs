//! The shell's answers that need no record: settings, the key, files that it wrote.

use domain::KeychainFault;
use domain::ids::WorkspaceId;
use domain::reading::{ReadError, WorkspaceReading};
use serde::Serialize;
use serde_json::{Value, json};
use wire::{
    AbilitiesView, AboutView, BackupView, Changed, CommandError, ConnectView, DisconnectView, ErrorCode, Job, KeyState,
    MessageTemplateView, Mode, ProgressEvent, ReleaseView, RestoreView, SettingsView, StatusView, UpdateView,
    VerifyView,
};

use super::{Replies, Reply, Step, Steps, key, sorted};

fn put(replies: &mut Replies, command: &str, request: &Value, answer: impl Serialize) {
    replies.insert(key(command, request), Reply::Answer(sorted(&json!(answer))));
}

fn fail(replies: &mut Replies, command: &str, request: &Value, error: &CommandError) {
    replies.insert(key(command, request), Reply::Error(sorted(&json!(error))));
}

fn settings() -> SettingsView {
    let message = |language: &str, name: &str, text: &str| MessageTemplateView {
        language: language.into(),
        name: name.into(),
        text: text.into(),
    };
    SettingsView {
        label_template: "{door} {from}–{to}".into(),
        language: wire::Language(words::Language::from_host_tag("en")),
        messages: vec![
            message(
                "en",
                "English",
                "Hello! Your code for {door} is {pin}. It works from {from} until {to}, lock time.",
            ),
            message("es", "Español", "¡Hola! Su código para {door} es {pin}. Funciona desde {from} hasta {to}."),
            message("fr", "Français", "Bonjour ! Votre code pour {door} est {pin}. Il marche de {from} à {to}."),
        ],
        ..SettingsView::default()
    }
}

fn about() -> AboutView {
    AboutView {
        version: "0.1.0".into(),
        commit: "ab8c297".into(),
        tables: "2026f (bundled); the system's: 2025b".into(),
        sqlite: "3.54.1".into(),
        webview: "WebKitGTK 2.50.6".into(),
        data_folder: "/home/host/.local/share/org.latchbook.desktop".into(),
        log_folder: "/home/host/.local/share/org.latchbook.desktop/logs".into(),
        licences: (0..40).map(|n| format!("crate-{n} 1.{n}.0 · MIT OR Apache-2.0\n")).collect(),
    }
}

/// `is_full`: there are doors, and this build can update itself.
pub fn replies(is_full: bool) -> Replies {
    let (mut replies, any) = (Replies::new(), json!("*"));
    put(&mut replies, "get_settings", &Value::Null, settings());
    put(&mut replies, "get_about", &Value::Null, about());
    put(&mut replies, "list_unrecorded", &Value::Null, json!([]));
    put(&mut replies, "get_update", &Value::Null, UpdateView { is_on: is_full, found: None });
    let notes = vec!["Bookings come in by iCal.".into(), "The calendar prints.".into()];
    let release = ReleaseView { version: "0.2.0".into(), date: Some("2026-11-24".into()), notes };
    put(&mut replies, "look_for_update", &Value::Null, UpdateView { is_on: true, found: Some(release) });
    let busy =
        CommandError::new(ErrorCode::Busy, "A code is still being made. Install the new version when it is ready.");
    fail(&mut replies, "install_update", &Value::Null, &busy);
    for command in ["copy_diagnostics", "open_folder", "copy_pin", "copy_guest_message", "cancel_job"] {
        put(&mut replies, command, if command == "copy_diagnostics" { &Value::Null } else { &any }, Value::Null);
    }
    put(&mut replies, "get_guest_message", &any, "Hello! Your code for Loft is ••••••.");
    put(&mut replies, "save_guest_card", &any, "/home/host/Documents/card-60.pdf");
    put(&mut replies, "export_readiness", &Value::Null, "/home/host/Documents/readiness.pdf");
    put(&mut replies, "get_keychain", &Value::Null, KeyState::Kept);
    fail(&mut replies, "stopped", &Value::Null, &CommandError::from_error(&ops::Error::Interrupted));
    for keep in [true, false] {
        let rejected = CommandError::from_read(&ReadError::Unauthorized);
        fail(&mut replies, "connect", &json!({ "key": "seam_wrong", "keep": keep }), &rejected);
    }
    replies
}

/// Steps of the host that no record knows of.
pub fn steps() -> Steps {
    let mut steps = Steps::new();
    for format in ["xlsx", "csv", "pdf"] {
        let path = format!("/home/host/Documents/codes.{format}");
        steps.insert(key("export_codes", &json!(format)), job(Job::Export, json!(path), &[]));
    }
    keep(&mut steps);
    let demo = json!({
        "mode": Mode::Demo, "workspace": "Ocean Beach", "is_sandbox": true, "demo_hours": 0, "demo_now": "2026-11-23T19:02",
    });
    let none = json!({ "mode": Mode::None, "workspace": null, "key": KeyState::Absent, "key_ends": null });
    steps.insert("start_demo".into(), frame(status(&demo), &demo));
    steps.insert("leave_demo".into(), frame(status(&none), &none));
    let later = json!({ "demo_hours": 6, "demo_now": "2026-11-24T01:02" });
    steps.insert(key("set_demo_clock", &json!({ "hours": 6 })), frame(status(&later), &later));
    steps.insert("disconnect".into(), frame(json!(DisconnectView::new(true)), &none));
    for (key_text, is_sandbox) in [("seam_test_abc", true), ("seam_live_abc", false)] {
        for (keep, state) in [(true, KeyState::Kept), (false, KeyState::Session)] {
            let live = json!({
                "mode": Mode::Live, "workspace": "Harbour Stays", "is_sandbox": is_sandbox, "key": state, "key_ends": "_abc",
            });
            let step = frame(json!(ConnectView::new(&workspace(is_sandbox))), &live);
            steps.insert(key("connect", &json!({ "key": key_text, "keep": keep })), step);
        }
    }
    steps
}

/// The frame, with the given changes.
fn status(change: &Value) -> Value {
    let tables = testkit::tables();
    let can = AbilitiesView { protect_screen: true, tray: true };
    let mut status = json!(StatusView { can, ..StatusView::empty(Mode::Demo, KeyState::Absent, &tables) });
    for (key, value) in change.as_object().unwrap() {
        status[key] = value.clone();
    }
    status
}

fn frame(answer: Value, change: &Value) -> Step {
    let what = [Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays];
    Step {
        reply: Reply::Answer(sorted(&answer)),
        events: vec![("changed", json!({ "what": what }))],
        after: [("get_status".to_owned(), Reply::Answer(sorted(change)))].into(),
    }
}

fn job(job: Job, answer: Value, changed: &[Changed]) -> Step {
    let can_stop = job.can_be_stopped();
    let told = |ended| json!(ProgressEvent { job, done: 0, total: None, at: String::new(), can_stop, ended });
    let mut events = vec![("progress", told(false)), ("progress", told(true))];
    if !changed.is_empty() {
        events.push(("changed", json!({ "what": changed })));
    }
    Step { reply: Reply::Answer(sorted(&answer)), events, after: Replies::new() }
}

fn workspace(is_sandbox: bool) -> WorkspaceReading {
    WorkspaceReading { id: WorkspaceId::new("ws-1"), name: "Harbour Stays".into(), is_sandbox, is_suspended: false }
}

fn keep(steps: &mut Steps) {
    let soundness = ops::Soundness { events: 241, codes: 60, problems: Vec::new() };
    let path = |name: &str| std::path::PathBuf::from(format!("/home/host/Documents/{name}"));
    let verified = json!(VerifyView::new(&soundness));
    steps.insert("verify_record".into(), job(Job::Verify, verified, &[]));
    let backed_up = json!(BackupView::new(&soundness, &path("latchbook-2026-11-23.db")));
    steps.insert("back_up".into(), job(Job::BackUp, backed_up, &[]));
    let aside = path("record-before-2026-11-23.db");
    let restored = json!(RestoreView::new(&soundness, &path("latchbook-2026-11-20.db"), Some(&aside)));
    let changed = [Changed::Status, Changed::Doors, Changed::Codes, Changed::Stays];
    steps.insert("restore_backup".into(), job(Job::Restore, restored, &changed));
}

/// No keychain stores the key.
pub fn without_keychain(state: KeyState) -> Replies {
    let mut replies = Replies::new();
    let fault = if state == KeyState::Locked { KeychainFault::Locked } else { KeychainFault::NoKeychain };
    put(&mut replies, "get_keychain", &Value::Null, state);
    for key in ["seam_test_abc", "seam_live_abc"] {
        let refused = CommandError::from_keychain(fault, "");
        fail(&mut replies, "connect", &json!({ "key": key, "keep": true }), &refused);
    }
    replies
}

/// While PINs are concealed.
pub fn concealed() -> Replies {
    let mut replies = Replies::new();
    let refused = CommandError::new(ErrorCode::NeedsYes, "PINs are concealed. Switch that off first.");
    fail(&mut replies, "reveal_pin", &json!("*"), &refused);
    fail(&mut replies, "get_guest_card", &json!("*"), &refused);
    replies
}
