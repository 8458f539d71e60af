//! From the program's start to its end: where things are, the log, the plugins, the window, and what must be done before leaving.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use seam::Endpoint;
use tauri::utils::config::{AppDirectoriesOverride, AppDirectoryOverrides};
use tauri::webview::WebviewWindowBuilder;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime, WebviewUrl, WindowEvent, Wry};
use vault::Keychain;
use wire::window::Changed;

use crate::app::boot_data::First;
use crate::app::log;
use crate::app::plugins::Unseen;
use crate::background::updates::{self, Updates};
use crate::commands;
use crate::desktop::clipboard::{Clipboard, LAST_WORDS};
use crate::desktop::{Desktop, RealDesktop};
use crate::desktop::{display, engine, guard, menu, tray};
use crate::events::{Page, WINDOW};
use crate::paths::Places;
use crate::shell::Shell;

/// What a run stands on.
pub struct Ground {
    pub places: Places,
    pub keychain: Keychain,
    /// The server that is given for this run, in place of Seam or the one that is set.
    pub endpoint: Option<Endpoint>,
    /// Where newer versions come from; the context is prepared for it (`updates::configure`).
    pub updates: Option<updates::Source>,
    /// In place of the real desktop, for tests.
    pub desktop: Option<Arc<dyn Desktop>>,
    /// In place of the page in the window, for tests.
    pub page: Option<Page>,
}

/// The first page waits so long for the keychain, while the engine starts.
const KEYCHAIN: Duration = Duration::from_millis(80);

/// How often it is looked whether the last answer has come.
const AT_THE_DOOR: Duration = Duration::from_millis(200);

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    let endpoint = match runtime::given_endpoint() {
        Ok(endpoint) => endpoint,
        Err(fault) => return fail(&format!("{}: {fault}", runtime::ENDPOINT_VARIABLE)),
    };
    if !display::is_there() {
        say(display::NO_DISPLAY);
        return ExitCode::from(display::NO_DISPLAY_EXIT);
    }
    let places = match Places::find() {
        Ok(places) => places,
        Err(error) => return fail(&error.to_string()),
    };
    if let Err(error) = places.make() {
        return fail(&format!("{}: {error}", places.data.display()));
    }
    let _log = log::begin(&places.logs);
    let mut context = context();
    context.config_mut().app.app_directories_override = places.is_portable.then(|| all_in(&places));
    let source = updates::Source::built_in();
    if let Some(source) = &source {
        updates::configure(&mut context, source);
    }
    let keychain = runtime::keychain();
    let ground = Ground { places, keychain, endpoint, updates: source, desktop: None, page: None };
    let builder = with_plugins(with_commands(Builder::default()), &ground.places);
    match builder.setup(move |app| Ok(set_up(app, ground)?)).build(context) {
        Ok(app) => {
            app.run(happened);
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("the window could not be opened: {error}")),
    }
}

/// What was built into the program: the page, the capabilities, the icons.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!("tauri.conf.json")
}

/// The app with its commands; without plugins, so that tests can run it.
pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(commands::handler())
}

/// Gives the app its state, opens the record if there is one, and the window if this is no test.
///
/// # Errors
/// The toolkit gives no window.
pub fn set_up<R: Runtime>(app: &mut App<R>, ground: Ground) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let Ground { places, keychain, endpoint, updates, desktop, page } = ground;
    if updates.is_some() {
        handle.plugin(tauri_plugin_updater::Builder::new().build())?;
    }
    let is_real = desktop.is_none();
    let desktop = desktop.unwrap_or_else(|| Arc::new(RealDesktop(handle.clone())));
    let page = page.unwrap_or_else(|| Page::of(handle.clone()));
    let shell = Shell::new(places, keychain, endpoint, Updates::new(updates.is_some()), desktop, page);
    app.manage(Arc::clone(&shell));
    let first = First::default();
    // The engine takes its time, and the record is opened meanwhile.
    let opening = std::thread::spawn({
        let (shell, first) = (Arc::clone(&shell), first.clone());
        move || {
            tauri::async_runtime::block_on(async {
                begin(&shell).await;
                first.prepare(&shell).await;
            });
        }
    });
    let opened = if is_real { open_window(&handle, &shell, first) } else { Ok(()) };
    // The page cannot ask before this function ends, so that it never sees the welcome page by mistake.
    let _ = opening.join();
    opened
}

/// `latchbook-desktop --demo` begins with the simulated doors, whatever record there is.
async fn begin(shell: &Arc<Shell>) {
    let wants_demo = std::env::args().skip(1).any(|word| word == "--demo");
    if wants_demo && shell.open_demo().await.is_ok() {
        return;
    }
    if let Some(search) = shell.begin() {
        // Most keychains answer long before the page is there, which then need not begin by saying that there is no key.
        let _ = tokio::time::timeout(KEYCHAIN, search).await;
    }
}

fn open_window<R: Runtime>(app: &AppHandle<R>, shell: &Arc<Shell>, first: First) -> tauri::Result<()> {
    let settings = shell.settings();
    app.set_menu(menu::menu(app, words::spoken())?)?;
    let page = shell.page.clone();
    app.on_menu_event(move |app, event| menu::chosen(app, &page, event.id().as_ref()));
    WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("Latchbook")
        .inner_size(1_180.0, 780.0)
        .min_inner_size(320.0, 480.0)
        .content_protected(settings.protect_screen)
        // The engine keeps nothing of what was shown. Automation needs its own context.
        .incognito(!is_automated())
        .disable_drag_drop_handler()
        .on_navigation(guard::may_go_to)
        .on_new_window(guard::no_window)
        .on_web_resource_request(move |request, response| first.write_into(&request, response))
        .build()?;
    shell.desktop.zoom(settings.zoom);
    let shell = Arc::clone(shell);
    tauri::async_runtime::spawn(async move { shell.refresh_tray().await });
    tauri::async_runtime::spawn(updates::look_daily(app.clone()));
    #[cfg(unix)]
    tauri::async_runtime::spawn(end_when_told(app.clone()));
    Ok(())
}

/// Who logs out ends the program as its own menu does: nothing is cut off, and the clipboard is cleared.
#[cfg(unix)]
async fn end_when_told<R: Runtime>(app: AppHandle<R>) {
    loop {
        runtime::told_to_stop().await;
        app.exit(0);
    }
}

fn with_plugins(builder: Builder<Wry>, places: &Places) -> Builder<Wry> {
    builder
        .plugin(one_instance(places))
        // Before the clipboard's own, which lets go of the clipboard at the end: plugins are told in this order.
        .plugin(clearing())
        .plugin(Unseen(tauri_plugin_window_state::Builder::default().build()))
        .plugin(Unseen(tauri_plugin_clipboard_manager::init()))
        .plugin(Unseen(tauri_plugin_dialog::init()))
        .plugin(Unseen(tauri_plugin_notification::init()))
        .plugin(Unseen(tauri_plugin_opener::init()))
}

/// Clears a copied PIN where the system ends the program without asking (the Dock's Quit).
fn clearing() -> tauri::plugin::TauriPlugin<Wry> {
    let builder = tauri::plugin::Builder::new("clearing").on_event(|app, event| {
        if matches!(event, RunEvent::Exit)
            && let Some(shell) = app.try_state::<Arc<Shell>>()
            && shell.clipboard.may_hold_secret()
        {
            shell.clipboard.clear_at_the_end(LAST_WORDS);
        }
    });
    builder.build()
}

/// A second start shows the window that is there. With a folder of its own it is another program.
fn one_instance(places: &Places) -> tauri::plugin::TauriPlugin<Wry> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, _, _| show(app));
    if !places.is_portable {
        return builder.build();
    }
    let mut hasher = DefaultHasher::new();
    places.data.hash(&mut hasher);
    builder.dbus_id(format!("{}.f{:016x}", runtime::IDENTIFIER, hasher.finish())).build()
}

/// Brings the window to the front.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // Each may be refused by the desktop; then the window is at least there.
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

fn happened(app: &AppHandle<Wry>, event: RunEvent) {
    match event {
        // Before the page is there to be painted.
        RunEvent::Ready => engine::paint_plainly(app),
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            let shell = app.state::<Arc<Shell>>();
            if shell.unrecorded.is_any() {
                // The page says what stands nowhere else, until the host puts it away.
                api.prevent_close();
                shell.page.changed(&[Changed::Unrecorded]);
            } else if cfg!(target_os = "macos") || tray::is_there(app) {
                api.prevent_close();
                hide(app);
            } else if shell.is_sending() {
                api.prevent_close();
                leave_later(app);
            }
        }
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => show(app),
        RunEvent::ExitRequested { api, .. } => {
            let shell = app.state::<Arc<Shell>>();
            if shell.unrecorded.is_any() {
                api.prevent_exit();
                show(app);
            } else if shell.is_sending() {
                api.prevent_exit();
                leave_later(app);
            } else if shell.clipboard.may_hold_secret() {
                api.prevent_exit();
                clear_and_leave(app, shell.clipboard.clone());
            }
        }
        _ => {}
    }
}

/// An answer about a code is under way: the window goes, the program stays until it is on disk.
fn leave_later(app: &AppHandle<Wry>) {
    hide(app);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        while app.state::<Arc<Shell>>().is_sending() {
            tokio::time::sleep(AT_THE_DOOR).await;
        }
        // Whoever has opened the window again meanwhile is at work with it.
        let is_open = app.get_webview_window(WINDOW).is_some_and(|window| window.is_visible().unwrap_or(false));
        if !is_open {
            app.exit(0);
        }
    });
}

fn hide(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _ = window.hide();
    }
}

/// Beside the window's thread, which goes on meanwhile: a text that was copied in the window is read from there.
fn clear_and_leave(app: &AppHandle<Wry>, clipboard: Clipboard) {
    let app = app.clone();
    std::thread::spawn(move || {
        if clipboard.clear_at_the_end(LAST_WORDS) {
            app.exit(0);
        } else {
            // Another program holds the clipboard and hangs. It must not keep this one, whose plugin would wait for it.
            std::process::exit(0);
        }
    });
}

fn all_in(places: &Places) -> AppDirectoriesOverride {
    AppDirectoriesOverride::Directories(AppDirectoryOverrides {
        config: Some(places.config.clone()),
        data: Some(places.data.clone()),
        local_data: Some(places.data.clone()),
        cache: Some(places.data.join("cache")),
        log: Some(places.logs.clone()),
    })
}

/// A test drives the window.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn is_automated() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Ends before there is a window.
fn fail(why: &str) -> ExitCode {
    say(&format!("latchbook-desktop: {why}"));
    ExitCode::FAILURE
}

/// To whoever started the program in a terminal.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn say(sentence: &str) {
    eprintln!("{sentence}");
}
