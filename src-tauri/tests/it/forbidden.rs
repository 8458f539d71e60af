//! Calls that a compromised page might try.

use serde_json::json;
use tauri::WebviewWindowBuilder;

use crate::world::{HERE, World, ask_from};

/// Plugins for the shell's own use, plugins that are not installed, Tauri's own commands, and made-up names.
const FORBIDDEN: [&str; 62] = [
    "plugin:clipboard-manager|read_text",
    "plugin:clipboard-manager|write_text",
    "plugin:clipboard-manager|read_image",
    "plugin:clipboard-manager|clear",
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:dialog|message",
    "plugin:dialog|confirm",
    "plugin:notification|notify",
    "plugin:notification|is_permission_granted",
    "plugin:opener|open_url",
    "plugin:opener|open_path",
    "plugin:opener|reveal_item_in_dir",
    "plugin:window-state|save_window_state",
    "plugin:window-state|restore_state",
    "plugin:single-instance|anything",
    "plugin:fs|read_file",
    "plugin:fs|read_text_file",
    "plugin:fs|write_file",
    "plugin:fs|read_dir",
    "plugin:fs|remove",
    "plugin:shell|execute",
    "plugin:shell|spawn",
    "plugin:shell|open",
    "plugin:http|fetch",
    "plugin:sql|execute",
    "plugin:sql|select",
    "plugin:process|exit",
    "plugin:process|restart",
    "plugin:updater|check",
    "plugin:updater|download_and_install",
    "plugin:store|get",
    "plugin:stronghold|initialize",
    "plugin:event|emit",
    "plugin:event|emit_to",
    "plugin:window|create",
    "plugin:window|close",
    "plugin:window|set_title",
    "plugin:window|set_content_protected",
    "plugin:window|start_dragging",
    "plugin:webview|create_webview",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:webview|print",
    "plugin:webview|set_webview_zoom",
    "plugin:app|version",
    "plugin:app|app_hide",
    "plugin:app|set_app_theme",
    "plugin:path|resolve_directory",
    "plugin:path|join",
    "plugin:menu|new",
    "plugin:menu|set_as_app_menu",
    "plugin:tray|new",
    "plugin:image|from_path",
    "plugin:resources|close",
    "get_key",
    "get_api_key",
    "eval",
    "delete_code",
    "remove_code",
    "GET_STATUS",
    "../get_status",
];

#[test]
fn only_our_commands_can_be_called() {
    let world = World::connected();
    for command in FORBIDDEN {
        let refused = ask_from(&world.window, HERE, command, json!({})).expect_err(command).to_string();
        assert!(refused.contains("not allowed"), "{command} is refused before it gets anywhere: {refused}");
    }
}

#[test]
fn foreign_pages_can_call_nothing() {
    let world = World::connected();
    for origin in ["https://example.com", "http://localhost:8080", "file:///tmp/page.html", "https://console.seam.co"] {
        for command in ["get_status", "list_codes", "reveal_pin", "plugin:event|listen"] {
            let refused = ask_from(&world.window, origin, command, json!({})).expect_err(origin).to_string();
            assert!(refused.contains("not allowed"), "{command} from {origin}: {refused}");
        }
    }
}

#[test]
fn another_window_can_call_nothing() {
    let world = World::connected();
    let other = WebviewWindowBuilder::new(&world.app, "other", Default::default()).build().unwrap();
    for command in ["get_status", "connect", "reveal_pin"] {
        let refused = ask_from(&other, HERE, command, json!({})).expect_err(command).to_string();
        assert!(refused.contains("not allowed"), "{command} in another window: {refused}");
    }
}
