//! A shell without a window: its commands, a folder, a simulator, and a host who answers its dialogs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use latchbook_desktop::{
    AppSetup, CommandResult, Desktop, FileRequest, PageEvent, PageHandle, Paths, Source, WINDOW, configure, context,
    set_up, with_commands,
};
use seam::Endpoint;
use serde_json::{Value, json};
use simulator::{Options, Simulator};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use vault::Keychain;
use wire::{AbilitiesView, Theme};

/// The page's origin.
pub const HERE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// The host at the desktop.
#[derive(Default)]
pub struct TestHost {
    /// The answer to the next dialog.
    pub chooses: Mutex<Option<PathBuf>>,
    pub clipboard: Mutex<Option<String>>,
    /// Another program holds the clipboard.
    pub holds_clipboard: Mutex<bool>,
    pub secrets: Mutex<Vec<String>>,
    pub opened: Mutex<Vec<PathBuf>>,
    pub notified: Mutex<Vec<(String, String)>>,
    pub requests: Mutex<Vec<FileRequest>>,
    pub protected: Mutex<Option<bool>>,
    pub zoomed: Mutex<Option<u32>>,
    pub theme: Mutex<Option<Theme>>,
    pub tray: Mutex<Option<Vec<String>>>,
}

impl Desktop for TestHost {
    fn ask_where_to_save(&self, request: FileRequest) -> Option<PathBuf> {
        self.requests.lock().unwrap().push(request);
        self.chooses.lock().unwrap().take()
    }

    fn ask_what_to_open(&self, request: FileRequest) -> Option<PathBuf> {
        self.requests.lock().unwrap().push(request);
        self.chooses.lock().unwrap().take()
    }

    fn open_folder(&self, folder: &Path) -> CommandResult<()> {
        self.opened.lock().unwrap().push(folder.to_owned());
        Ok(())
    }

    fn notify(&self, title: &str, body: &str) {
        self.notified.lock().unwrap().push((title.to_owned(), body.to_owned()));
    }

    fn write_secret(&self, text: &str) -> CommandResult<()> {
        self.secrets.lock().unwrap().push(text.to_owned());
        *self.clipboard.lock().unwrap() = Some(text.to_owned());
        Ok(())
    }

    fn write_text(&self, text: &str) -> CommandResult<()> {
        *self.clipboard.lock().unwrap() = Some(text.to_owned());
        Ok(())
    }

    fn read_text(&self) -> Option<String> {
        let is_held = *self.holds_clipboard.lock().unwrap();
        self.clipboard.lock().unwrap().clone().filter(|_| !is_held)
    }

    fn clear_clipboard(&self) {
        *self.clipboard.lock().unwrap() = None;
    }

    fn is_watched(&self) -> bool {
        false
    }

    fn can(&self) -> AbilitiesView {
        AbilitiesView { protect_screen: true, tray: true }
    }

    fn protect_screen(&self, on: bool) {
        *self.protected.lock().unwrap() = Some(on);
    }

    fn zoom(&self, percent: u32) {
        *self.zoomed.lock().unwrap() = Some(percent);
    }

    fn set_theme(&self, theme: Theme) {
        *self.theme.lock().unwrap() = Some(theme);
    }

    fn show_tray(&self, arrivals: Option<Vec<String>>) {
        *self.tray.lock().unwrap() = arrivals;
    }

    fn reword_menus(&self) {}
}

pub struct World {
    pub window: WebviewWindow<MockRuntime>,
    pub app: App<MockRuntime>,
    pub host: Arc<TestHost>,
    pub events: Arc<Mutex<Vec<PageEvent>>>,
    pub simulator: Simulator,
    pub asked: Mutex<BTreeSet<String>>,
    pub folder: TempDir,
}

impl World {
    /// A shell that was never used, and a simulator that it does not know.
    pub fn new() -> Self {
        Self::with(Self::quick())
    }

    /// Three doors whose codes are set immediately.
    pub fn quick() -> Options {
        Options { setting_ms: 0, set_ms: 0, creates_per_minute: 0, ..Options::plain(3) }
    }

    pub fn with(options: Options) -> Self {
        Self::build(None, None, options)
    }

    /// A shell built to update itself from `source`.
    pub fn updated_from(source: Source, options: Options) -> Self {
        Self::build(Some(source), None, options)
    }

    /// A shell with a server from the environment.
    pub fn given(endpoint: Endpoint) -> Self {
        Self::build(None, Some(endpoint), Self::quick())
    }

    fn build(updates: Option<Source>, endpoint: Option<Endpoint>, options: Options) -> Self {
        let folder = TempDir::new().unwrap();
        let simulator = tauri::async_runtime::block_on(Simulator::start(options)).unwrap();
        let (host, events) = (Arc::new(TestHost::default()), Arc::new(Mutex::new(Vec::new())));
        let (app, window) = start_with(folder.path(), &host, &events, updates, endpoint);
        Self { window, app, host, events, simulator, asked: Mutex::default(), folder }
    }

    /// A shell connected to the simulator.
    pub fn connected() -> Self {
        let world = Self::new();
        world.connect();
        world
    }

    pub fn connect(&self) {
        self.point_to_simulator();
        self.ask("connect", json!({ "key": simulator::API_KEY, "keep": false })).unwrap();
        self.ask("sync_now", json!({})).unwrap();
    }

    pub fn point_to_simulator(&self) {
        let mut settings = self.ask("get_settings", json!({})).unwrap();
        settings["endpoint"] = json!(self.simulator.url());
        settings["sync_minutes"] = json!(0);
        self.ask("save_settings", json!({ "settings": settings })).unwrap();
    }

    /// Calls a command as the page does.
    pub fn ask(&self, command: &str, request: Value) -> Result<Value, Value> {
        self.asked.lock().unwrap().insert(command.to_owned());
        ask_from(&self.window, HERE, command, request)
    }

    /// Answers the next dialog with a file in the folder.
    pub fn choose(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        *self.host.chooses.lock().unwrap() = Some(path.clone());
        path
    }

    /// Repeats a call until the result satisfies `is_so`.
    pub fn until(&self, command: &str, request: &Value, is_so: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..1_200 {
            let answer = self.ask(command, request.clone()).unwrap();
            if is_so(&answer) {
                return answer;
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        panic!("{command} did not get there in a minute")
    }
}

/// Starts a shell in a folder; may be repeated, one after the other.
pub fn start(
    folder: &Path,
    host: &Arc<TestHost>,
    events: &Arc<Mutex<Vec<PageEvent>>>,
) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    start_with(folder, host, events, None, None)
}

fn start_with(
    folder: &Path,
    host: &Arc<TestHost>,
    events: &Arc<Mutex<Vec<PageEvent>>>,
    updates: Option<Source>,
    endpoint: Option<Endpoint>,
) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let mut context = context();
    if let Some(source) = &updates {
        configure(&mut context, source);
    }
    let kept = Arc::clone(events);
    let setup = AppSetup {
        paths: Paths::within(folder),
        // A separate name: a test must not touch the keychain entry of the person who runs it.
        keychain: Keychain::new("org.latchbook.test", "nobody").with_limit(Duration::from_secs(5)),
        endpoint,
        updates,
        desktop: Some(Arc::clone(host) as Arc<dyn Desktop>),
        page: Some(PageHandle::new(move |event| kept.lock().unwrap().push(event))),
    };
    let mut app = with_commands(mock_builder()).build(context).unwrap();
    set_up(&mut app, setup).unwrap();
    let window = WebviewWindowBuilder::new(&app, WINDOW, Default::default()).build().unwrap();
    (app, window)
}

/// Calls a command from a window whose page has the given origin.
pub fn ask_from(
    window: &WebviewWindow<MockRuntime>,
    origin: &str,
    command: &str,
    request: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: origin.parse().unwrap(),
        body: InvokeBody::Json(request),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}
