//! A shell without a window: its commands, a folder, a simulator, and somebody who answers its dialogs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use latchbook_desktop::{
    Answer, Desktop, FileWish, Ground, Page, Places, Source, Told, WINDOW, configure, context, set_up, with_commands,
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

/// Where the page is.
pub const HERE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// Somebody at the desktop.
#[derive(Default)]
pub struct TestHost {
    /// What the next dialog is answered with.
    pub chooses: Mutex<Option<PathBuf>>,
    pub clipboard: Mutex<Option<String>>,
    /// Another program does not let go of the clipboard.
    pub holds_clipboard: Mutex<bool>,
    pub secrets: Mutex<Vec<String>>,
    pub opened: Mutex<Vec<PathBuf>>,
    pub notified: Mutex<Vec<(String, String)>>,
    pub wishes: Mutex<Vec<FileWish>>,
    pub protected: Mutex<Option<bool>>,
    pub zoomed: Mutex<Option<u32>>,
    pub tray: Mutex<Option<Vec<String>>>,
}

impl Desktop for TestHost {
    fn ask_where_to_save(&self, wish: FileWish) -> Option<PathBuf> {
        self.wishes.lock().unwrap().push(wish);
        self.chooses.lock().unwrap().take()
    }

    fn ask_what_to_open(&self, wish: FileWish) -> Option<PathBuf> {
        self.wishes.lock().unwrap().push(wish);
        self.chooses.lock().unwrap().take()
    }

    fn open_folder(&self, folder: &Path) -> Answer<()> {
        self.opened.lock().unwrap().push(folder.to_owned());
        Ok(())
    }

    fn notify(&self, title: &str, body: &str) {
        self.notified.lock().unwrap().push((title.to_owned(), body.to_owned()));
    }

    fn write_secret(&self, text: &str) -> Answer<()> {
        self.secrets.lock().unwrap().push(text.to_owned());
        *self.clipboard.lock().unwrap() = Some(text.to_owned());
        Ok(())
    }

    fn write_text(&self, text: &str) -> Answer<()> {
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

    fn protect_screen(&self, on: bool) {
        *self.protected.lock().unwrap() = Some(on);
    }

    fn zoom(&self, percent: u32) {
        *self.zoomed.lock().unwrap() = Some(percent);
    }

    fn show_tray(&self, arrivals: Option<Vec<String>>) {
        *self.tray.lock().unwrap() = arrivals;
    }

    fn reword_menus(&self) {}
}

pub struct World {
    pub window: WebviewWindow<MockRuntime>,
    pub app: App<MockRuntime>,
    pub someone: Arc<TestHost>,
    pub told: Arc<Mutex<Vec<Told>>>,
    pub simulator: Simulator,
    pub asked: Mutex<BTreeSet<String>>,
    pub folder: TempDir,
}

impl World {
    /// A shell that was never used, beside a simulator that it does not know of.
    pub fn new() -> Self {
        Self::with(Self::quick())
    }

    /// Three doors that are set at once.
    pub fn quick() -> Options {
        Options { setting_ms: 0, set_ms: 0, creates_per_minute: 0, ..Options::plain(3) }
    }

    pub fn with(options: Options) -> Self {
        Self::of(None, None, options)
    }

    /// A shell that was built to update itself from there.
    pub fn updated_from(source: Source, options: Options) -> Self {
        Self::of(Some(source), None, options)
    }

    /// A shell to which the environment gives another server than Seam.
    pub fn given(endpoint: Endpoint) -> Self {
        Self::of(None, Some(endpoint), Self::quick())
    }

    fn of(updates: Option<Source>, endpoint: Option<Endpoint>, options: Options) -> Self {
        let folder = TempDir::new().unwrap();
        let simulator = tauri::async_runtime::block_on(Simulator::start(options)).unwrap();
        let (someone, told) = (Arc::new(TestHost::default()), Arc::new(Mutex::new(Vec::new())));
        let (app, window) = start_with(folder.path(), &someone, &told, updates, endpoint);
        Self { window, app, someone, told, simulator, asked: Mutex::default(), folder }
    }

    /// The same, connected to the simulator.
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

    /// Asks as the page does.
    pub fn ask(&self, command: &str, request: Value) -> Result<Value, Value> {
        self.asked.lock().unwrap().insert(command.to_owned());
        ask_from(&self.window, HERE, command, request)
    }

    /// The folder's next file, as the answer to the next dialog.
    pub fn choose(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        *self.someone.chooses.lock().unwrap() = Some(path.clone());
        path
    }

    /// Asks until the answer is as wanted.
    pub fn until(&self, command: &str, request: &Value, is_so: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..1_200 {
            let answer = self.ask(command, request.clone()).unwrap();
            if is_so(&answer) {
                return answer;
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        panic!("{command} did not come to it in a minute")
    }
}

/// Starts a shell in a folder; as often as wanted, one after the other.
pub fn start(
    folder: &Path,
    someone: &Arc<TestHost>,
    told: &Arc<Mutex<Vec<Told>>>,
) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    start_with(folder, someone, told, None, None)
}

fn start_with(
    folder: &Path,
    someone: &Arc<TestHost>,
    told: &Arc<Mutex<Vec<Told>>>,
    updates: Option<Source>,
    endpoint: Option<Endpoint>,
) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let mut context = context();
    if let Some(source) = &updates {
        configure(&mut context, source);
    }
    let kept = Arc::clone(told);
    let ground = Ground {
        places: Places::within(folder),
        // Nobody's: a test must not touch the keychain entry of whoever runs it.
        keychain: Keychain::new("org.latchbook.test", "nobody").with_limit(Duration::from_secs(5)),
        endpoint,
        updates,
        desktop: Some(Arc::clone(someone) as Arc<dyn Desktop>),
        page: Some(Page::new(move |told| kept.lock().unwrap().push(told))),
    };
    let mut app = with_commands(mock_builder()).build(context).unwrap();
    set_up(&mut app, ground).unwrap();
    let window = WebviewWindowBuilder::new(&app, WINDOW, Default::default()).build().unwrap();
    (app, window)
}

/// Asks from a window whose page came from somewhere.
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
