//! The native menus, with each system's shortcuts. The page learns what was chosen and acts on it.
//!
//! Owns: the menus' words, in both languages. Refuses: any action except quitting.

use tauri::menu::{Menu, MenuBuilder, MenuItem, MenuItemBuilder, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Runtime};
use words::Language;

use crate::desktop::window;
use crate::events::{MenuEvent, Page, PageEvent};

/// The id of the entry that ends the program, in menus and tray.
pub const QUIT: &str = "quit";

/// Ids in the tray; each entry first shows the window.
pub const TRAY_SHOW: &str = "tray-show";
pub const TRAY_ISSUE: &str = "tray-issue";
pub const TRAY_SYNC: &str = "tray-sync";

/// An entry: its id for the page, the shortcut, the words in English and Spanish.
struct Entry {
    what: &'static str,
    keys: Option<&'static str>,
    en: &'static str,
    es: &'static str,
}

const fn entry(what: &'static str, keys: &'static str, en: &'static str, es: &'static str) -> Entry {
    let keys = if keys.is_empty() { None } else { Some(keys) };
    Entry { what, keys, en, es }
}

const FILE: [Entry; 3] = [
    entry("issue", "CmdOrCtrl+N", "&Issue a code…", "&Emitir un código…"),
    entry("sync", "CmdOrCtrl+R", "&Sync now", "&Sincronizar ahora"),
    entry("print", "CmdOrCtrl+P", "&Print guest card…", "Im&primir tarjeta del huésped…"),
];

const SETTINGS: Entry = entry("settings", "CmdOrCtrl+,", "Se&ttings…", "&Ajustes…");

const FIND: [Entry; 2] = [
    entry("search", "CmdOrCtrl+F", "&Find in ledger…", "&Buscar en el registro…"),
    entry("palette", "CmdOrCtrl+K", "&Commands…", "Ó&rdenes…"),
];

const PAGES: [Entry; 6] = [
    entry("page-1", "CmdOrCtrl+1", "&Today", "&Hoy"),
    entry("page-2", "CmdOrCtrl+2", "&Issue", "&Emitir"),
    entry("page-3", "CmdOrCtrl+3", "&Doors", "&Puertas"),
    entry("page-4", "CmdOrCtrl+4", "&Ledger", "&Registro"),
    entry("page-5", "CmdOrCtrl+5", "&Readiness", "Pre&paración"),
    entry("page-6", "CmdOrCtrl+6", "&Settings", "&Ajustes"),
];

const ZOOM: [Entry; 3] = [
    entry("zoom-in", "CmdOrCtrl+=", "&Zoom in", "A&mpliar"),
    entry("zoom-out", "CmdOrCtrl+-", "Zoom &out", "Re&ducir"),
    entry("zoom-reset", "CmdOrCtrl+0", "&Actual size", "&Tamaño real"),
];

const CONCEAL: Entry = entry("conceal", "CmdOrCtrl+Shift+H", "&Conceal PINs", "&Ocultar los PIN");

const SHORTCUTS: Entry = entry("shortcuts", "", "&Keyboard shortcuts", "Atajos de &teclado");

const ABOUT: Entry = entry("about", "", "&About Latchbook", "&Acerca de Latchbook");

/// The menus' names.
const MENUS: [(&str, &str); 5] =
    [("&File", "&Archivo"), ("&Edit", "&Editar"), ("&View", "&Ver"), ("&Window", "Ve&ntana"), ("&Help", "A&yuda")];

fn all() -> impl Iterator<Item = &'static Entry> {
    FILE.iter().chain(&FIND).chain(&PAGES).chain(&ZOOM).chain([&SETTINGS, &CONCEAL, &SHORTCUTS, &ABOUT])
}

impl Entry {
    fn words(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Es => self.es,
        }
    }
}

fn name(menu: usize, language: Language) -> &'static str {
    let (en, es) = MENUS.get(menu).copied().unwrap_or_default();
    match language {
        Language::En => en,
        Language::Es => es,
    }
}

/// All menus for this system.
pub fn menu<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Menu<R>> {
    let builder = MenuBuilder::new(app);
    #[cfg(target_os = "macos")]
    let builder = builder.item(&app_menu(app, language)?);
    let menus = [file(app, language)?, edit(app, language)?, view(app, language)?];
    let builder = menus.iter().fold(builder, |builder, menu| builder.item(menu));
    #[cfg(target_os = "macos")]
    let builder = builder.item(&window(app, language)?);
    builder.item(&help(app, language)?).build()
}

/// Reports a chosen entry to the page, or ends the program.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, page: &Page, id: &str) {
    if id == QUIT {
        app.exit(0);
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
fn app_menu<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, "Latchbook").item(&item(app, &ABOUT, language)?).separator();
    let menu = menu.item(&item(app, &SETTINGS, language)?).separator().services().separator();
    // The system's own entry would end the program without asking whether it may.
    menu.hide().hide_others().show_all().separator().item(&quit(app, language)?).build()
}

fn file<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = with(app, SubmenuBuilder::new(app, name(0, language)), &FILE, language)?;
    #[cfg(target_os = "macos")]
    let menu = menu.separator().close_window();
    #[cfg(not(target_os = "macos"))]
    let menu = menu.separator().item(&item(app, &SETTINGS, language)?).separator().item(&quit(app, language)?);
    menu.build()
}

fn edit<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, name(1, language));
    #[cfg(not(target_os = "linux"))]
    let menu = menu.undo().redo().separator();
    let menu = menu.cut().copy().paste().select_all().separator();
    with(app, menu, &FIND, language)?.build()
}

fn view<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = with(app, SubmenuBuilder::new(app, name(2, language)), &PAGES, language)?;
    let menu = with(app, menu.separator(), &ZOOM, language)?;
    menu.separator().item(&item(app, &CONCEAL, language)?).build()
}

#[cfg(target_os = "macos")]
fn window<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    SubmenuBuilder::new(app, name(3, language))
        .minimize()
        .maximize()
        .fullscreen()
        .separator()
        .bring_all_to_front()
        .build()
}

fn help<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, name(4, language)).item(&item(app, &SHORTCUTS, language)?);
    #[cfg(not(target_os = "macos"))]
    let menu = menu.separator().item(&item(app, &ABOUT, language)?);
    menu.build()
}

fn with<'m, R: Runtime>(
    app: &AppHandle<R>,
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    entries: &[Entry],
    language: Language,
) -> tauri::Result<SubmenuBuilder<'m, R, AppHandle<R>>> {
    entries.iter().try_fold(menu, |menu, entry| Ok(menu.item(&item(app, entry, language)?)))
}

fn item<R: Runtime>(app: &AppHandle<R>, entry: &Entry, language: Language) -> tauri::Result<MenuItem<R>> {
    let item = MenuItemBuilder::with_id(entry.what, entry.words(language));
    match entry.keys {
        Some(keys) => item.accelerator(keys).build(app),
        None => item.build(app),
    }
}

fn quit<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<MenuItem<R>> {
    let text = match language {
        Language::En => "&Quit",
        Language::Es => "&Salir",
    };
    // On Windows the system closes programs with Alt+F4.
    let item = MenuItemBuilder::with_id(QUIT, text);
    if cfg!(windows) { item.build(app) } else { item.accelerator("CmdOrCtrl+Q").build(app) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_entry_has_its_own_id_and_words_in_both_languages() {
        let all: Vec<&Entry> = all().collect();
        let ids: HashSet<&str> = all.iter().map(|entry| entry.what).collect();
        assert_eq!(ids.len(), all.len(), "two entries would tell the page the same");
        let keys: Vec<&str> = all.iter().filter_map(|entry| entry.keys).collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len(), "two entries share a shortcut");
        for entry in all {
            assert!(!entry.en.is_empty() && !entry.es.is_empty(), "{} lacks words", entry.what);
        }
    }
}
