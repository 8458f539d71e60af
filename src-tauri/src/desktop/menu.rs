//! The native menus, with each system's shortcuts. The page learns what was chosen and acts on it.
//!
//! Refuses: any action except quitting and filling the screen.

use tauri::menu::{Menu, MenuBuilder, MenuItem, MenuItemBuilder, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Runtime};
use wire::MenuEvent;
use words::{id, say};

use crate::desktop::window;
use crate::events::{PageEvent, PageHandle};

/// The id of the entry that ends the program, in menus and tray.
pub const QUIT: &str = "quit";

/// Ids in the tray; each entry first shows the window.
pub const TRAY_SHOW: &str = "tray-show";
pub const TRAY_ISSUE: &str = "tray-issue";
pub const TRAY_SYNC: &str = "tray-sync";

/// An entry: its id for the page, the shortcut, the id of its words.
struct Entry {
    what: &'static str,
    keys: Option<&'static str>,
    words: &'static str,
}

const fn entry(what: &'static str, keys: &'static str, words: &'static str) -> Entry {
    let keys = if keys.is_empty() { None } else { Some(keys) };
    Entry { what, keys, words }
}

const FILE: [Entry; 2] =
    [entry("issue", "CmdOrCtrl+N", id!("menu-issue")), entry("sync", "CmdOrCtrl+R", id!("menu-sync"))];

const SETTINGS: Entry = entry("settings", "CmdOrCtrl+,", id!("menu-settings"));

const UNDO: Entry = entry("undo", "CmdOrCtrl+Z", id!("menu-undo"));

const FIND: [Entry; 2] =
    [entry("search", "CmdOrCtrl+F", id!("menu-search")), entry("palette", "CmdOrCtrl+K", id!("menu-palette"))];

/// Pages 2 and 6, for issuing and the settings, are under File.
const PAGES: [Entry; 4] = [
    entry("page-1", "CmdOrCtrl+1", id!("menu-page-1")),
    entry("page-3", "CmdOrCtrl+3", id!("menu-page-3")),
    entry("page-4", "CmdOrCtrl+4", id!("menu-page-4")),
    entry("page-5", "CmdOrCtrl+5", id!("menu-page-5")),
];

const ZOOM: [Entry; 3] = [
    entry("zoom-in", "CmdOrCtrl+=", id!("menu-zoom-in")),
    entry("zoom-out", "CmdOrCtrl+-", id!("menu-zoom-out")),
    entry("zoom-reset", "CmdOrCtrl+0", id!("menu-zoom-reset")),
];

/// A Mac's own entry is under Window.
#[cfg(not(target_os = "macos"))]
const FULL_SCREEN: Entry = entry("full-screen", "F11", id!("menu-full-screen"));

const CONCEAL: Entry = entry("conceal", "CmdOrCtrl+Shift+H", id!("menu-conceal"));

const SHORTCUTS: Entry = entry("shortcuts", "", id!("menu-shortcuts"));

const ABOUT: Entry = entry("about", "", id!("menu-about"));

fn all() -> impl Iterator<Item = &'static Entry> {
    FILE.iter().chain(&FIND).chain(&PAGES).chain(&ZOOM).chain([&SETTINGS, &UNDO, &CONCEAL, &SHORTCUTS, &ABOUT])
}

/// All menus for this system.
pub fn menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let builder = MenuBuilder::new(app);
    #[cfg(target_os = "macos")]
    let builder = builder.item(&app_menu(app)?);
    let menus = [file(app)?, edit(app)?, view(app)?];
    let builder = menus.iter().fold(builder, |builder, menu| builder.item(menu));
    #[cfg(target_os = "macos")]
    let builder = builder.item(&window(app)?);
    builder.item(&help(app)?).build()
}

/// Reports a chosen entry to the page, fills the screen, or ends the program.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, page: &PageHandle, id: &str) {
    if id == QUIT {
        app.exit(0);
        return;
    }
    #[cfg(not(target_os = "macos"))]
    if id == FULL_SCREEN.what {
        window::toggle_full_screen(app);
        return;
    }
    let id = match id {
        TRAY_SHOW | TRAY_ISSUE | TRAY_SYNC => {
            window::show(app);
            id.trim_start_matches("tray-")
        }
        other => other,
    };
    if let Some(entry) = all().find(|entry| entry.what == id) {
        page.emit(PageEvent::Menu(MenuEvent { what: entry.what }));
    }
}

#[cfg(target_os = "macos")]
fn app_menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, "Latchbook").item(&item(app, &ABOUT)?).separator();
    let menu = menu.item(&item(app, &SETTINGS)?).separator().services().separator();
    // The system's own entry would end the program without asking whether it may.
    menu.hide().hide_others().show_all().separator().item(&quit(app)?).build()
}

fn file<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let menu = with(app, SubmenuBuilder::new(app, say!("menu-of-file")), &FILE)?;
    #[cfg(target_os = "macos")]
    let menu = menu.separator().close_window();
    #[cfg(not(target_os = "macos"))]
    let menu = menu.separator().item(&item(app, &SETTINGS)?).separator().item(&quit(app)?);
    menu.build()
}

fn edit<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, say!("menu-of-edit")).item(&item(app, &UNDO)?);
    #[cfg(not(target_os = "linux"))]
    let menu = menu.redo();
    let menu = menu.separator().cut().copy().paste().select_all().separator();
    with(app, menu, &FIND)?.build()
}

fn view<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let menu = with(app, SubmenuBuilder::new(app, say!("menu-of-view")), &PAGES)?;
    let menu = with(app, menu.separator(), &ZOOM)?;
    #[cfg(not(target_os = "macos"))]
    let menu = menu.separator().item(&item(app, &FULL_SCREEN)?);
    menu.separator().item(&item(app, &CONCEAL)?).build()
}

#[cfg(target_os = "macos")]
fn window<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    SubmenuBuilder::new(app, say!("menu-of-window"))
        .minimize()
        .maximize()
        .fullscreen()
        .separator()
        .bring_all_to_front()
        .build()
}

fn help<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, say!("menu-of-help")).item(&item(app, &SHORTCUTS)?);
    #[cfg(not(target_os = "macos"))]
    let menu = menu.separator().item(&item(app, &ABOUT)?);
    menu.build()
}

fn with<'m, R: Runtime>(
    app: &AppHandle<R>,
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    entries: &[Entry],
) -> tauri::Result<SubmenuBuilder<'m, R, AppHandle<R>>> {
    entries.iter().try_fold(menu, |menu, entry| Ok(menu.item(&item(app, entry)?)))
}

fn item<R: Runtime>(app: &AppHandle<R>, entry: &Entry) -> tauri::Result<MenuItem<R>> {
    let item = MenuItemBuilder::with_id(entry.what, say!(entry.words));
    match entry.keys {
        Some(keys) => item.accelerator(keys).build(app),
        None => item.build(app),
    }
}

fn quit<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<MenuItem<R>> {
    // On Windows the system closes programs with Alt+F4.
    let item = MenuItemBuilder::with_id(QUIT, say!("menu-quit"));
    if cfg!(windows) { item.build(app) } else { item.accelerator("CmdOrCtrl+Q").build(app) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_entry_has_its_own_id_and_shortcut() {
        let all: Vec<&Entry> = all().collect();
        let ids: HashSet<&str> = all.iter().map(|entry| entry.what).collect();
        assert_eq!(ids.len(), all.len(), "two entries would tell the page the same");
        let keys: Vec<&str> = all.iter().filter_map(|entry| entry.keys).collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len(), "two entries share a shortcut");
    }
}
