//! Starting the program: folders, log, plugins, state and window.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use seam::Endpoint;
use tauri::utils::config::{AppDirectoriesOverride, AppDirectoryOverrides};
use tauri::webview::WebviewWindowBuilder;
use tauri::{App, AppHandle, Builder, Context, Manager, Runtime, WebviewUrl};
use vault::Keychain;
use wire::Theme;

use super::boot_data::BootData;
use super::{exit, log, plugins};
use crate::background::updates::{self, Updates};
use crate::background::{arrivals, updater};
use crate::commands;
use crate::desktop::real::RealDesktop;
use crate::desktop::{Desktop, display, guard, menu, window};
use crate::events::{PageHandle, WINDOW};
use crate::paths::Paths;
use crate::record::opening;
use crate::shell::Shell;

/// Inputs needed to start the app.
pub struct AppSetup {
    pub paths: Paths,
    pub keychain: Keychain,
    /// The server given for this run; it replaces Seam's and the one in the settings.
    pub endpoint: Option<Endpoint>,
    /// The source of newer versions; the context must be prepared for it (`updates::configure`).
    pub updates: Option<updates::Source>,
    /// Replaces the real desktop in tests.
    pub desktop: Option<Arc<dyn Desktop>>,
    /// Replaces the page in tests.
    pub page: Option<PageHandle>,
}

/// How long the first page may wait for the keychain while the engine starts.
const KEYCHAIN: Duration = Duration::from_millis(80);

/// Runs the app until it ends.
pub fn run() -> ExitCode {
    let endpoint = match runtime::given_endpoint() {
        Ok(endpoint) => endpoint,
        Err(fault) => return fail(&format!("{}: {fault}", runtime::ENDPOINT_VARIABLE)),
    };
    if !display::is_there() {
        say(display::NO_DISPLAY);
        return ExitCode::from(display::NO_DISPLAY_EXIT);
    }
    let paths = match Paths::find() {
        Ok(paths) => paths,
        Err(error) => return fail(&error.to_string()),
    };
    if let Err(error) = paths.make() {
        return fail(&format!("{}: {error}", paths.data.display()));
    }
    let _log = log::begin(&paths.logs);
    let mut context = context();
    context.config_mut().app.app_directories_override = paths.is_portable.then(|| all_in(&paths));
    let source = updates::Source::built_in();
    if let Some(source) = &source {
        updates::configure(&mut context, source);
    }
    let keychain = runtime::keychain();
    let setup = AppSetup { paths, keychain, endpoint, updates: source, desktop: None, page: None };
    let builder = plugins::add_to(with_commands(Builder::default()), &setup.paths);
    match builder.setup(move |app| Ok(set_up(app, setup)?)).build(context) {
        Ok(app) => {
            app.run(exit::on_event);
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("the window could not be opened: {error}")),
    }
}

/// Everything built into the program: page, capabilities, icons.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!("tauri.conf.json")
}

/// Adds the commands, but not the plugins, so that tests can run the app.
pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(commands::handler())
}

/// Gives the app its state, opens the record if there is one, and opens the window unless this is a test.
pub fn set_up<R: Runtime>(app: &mut App<R>, setup: AppSetup) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let AppSetup { paths, keychain, endpoint, updates, desktop, page } = setup;
    if updates.is_some() {
        handle.plugin(tauri_plugin_updater::Builder::new().build())?;
    }
    let is_real = desktop.is_none();
    let desktop = desktop.unwrap_or_else(|| Arc::new(RealDesktop(handle.clone())));
    let page = page.unwrap_or_else(|| PageHandle::from_app(handle.clone()));
    let shell = Shell::new(paths, keychain, endpoint, Updates::new(updates.is_some()), desktop, page);
    app.manage(Arc::clone(&shell));
    // The record opens while the engine starts, which is slow.
    let boot_data = BootData::prepare({
        let shell = Arc::clone(&shell);
        async move {
            begin(&shell).await;
            if is_real {
                tauri::async_runtime::spawn(show_tray(Arc::clone(&shell)));
            }
            shell
        }
    });
    if is_real {
        return open_window(&handle, &shell, boot_data);
    }
    boot_data.wait();
    Ok(())
}

/// `latchbook-desktop --demo` opens the demo even if the host has a record.
async fn begin(shell: &Arc<Shell>) {
    let wants_demo = std::env::args().skip(1).any(|word| word == "--demo");
    if wants_demo && opening::open_demo(shell).await.is_ok() {
        return;
    }
    if let Some(search) = opening::open_existing(shell) {
        // Most keychains answer long before the page is ready, which then need not first report a missing key.
        let _ = tokio::time::timeout(KEYCHAIN, search).await;
    }
}

async fn show_tray(shell: Arc<Shell>) {
    arrivals::refresh_tray(&shell).await;
}

fn open_window<R: Runtime>(app: &AppHandle<R>, shell: &Arc<Shell>, boot_data: BootData) -> tauri::Result<()> {
    let settings = shell.settings();
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("Latchbook")
        .inner_size(1_180.0, 780.0)
        .min_inner_size(320.0, 480.0)
        .content_protected(settings.protect_screen)
        // The engine stores nothing of what was shown. Automation needs its own context.
        .incognito(!is_automated())
        .disable_drag_drop_handler()
        .on_navigation(guard::may_go_to)
        .on_new_window(guard::no_window)
        .on_web_resource_request(move |request, response| boot_data.write_into(&request, response))
        .build()?;
    if settings.theme != Theme::System {
        window::set_theme(&window, settings.theme)?;
    }
    shell.desktop.zoom(settings.zoom);
    // After the window, so that its engine starts meanwhile.
    app.set_menu(menu::menu(app)?)?;
    let page = shell.page.clone();
    app.on_menu_event(move |app, event| menu::chosen(app, &page, event.id().as_ref()));
    tauri::async_runtime::spawn(updater::check_daily(app.clone()));
    #[cfg(unix)]
    tauri::async_runtime::spawn(exit::exit_on_signal(app.clone()));
    Ok(())
}

fn all_in(paths: &Paths) -> AppDirectoriesOverride {
    AppDirectoriesOverride::Directories(AppDirectoryOverrides {
        config: Some(paths.config.clone()),
        data: Some(paths.data.clone()),
        local_data: Some(paths.data.clone()),
        cache: Some(paths.data.join("cache")),
        log: Some(paths.logs.clone()),
    })
}

/// Whether a test drives the window.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn is_automated() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Ends the program before there is a window.
fn fail(why: &str) -> ExitCode {
    say(&format!("latchbook-desktop: {why}"));
    ExitCode::FAILURE
}

/// Prints for a person who started the program in a terminal.
#[expect(clippy::print_stderr, reason = "there is no window to show it in")]
fn say(sentence: &str) {
    eprintln!("{sentence}");
}
