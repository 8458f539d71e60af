//! Keeps the window on the built-in page, and other windows closed.

use tauri::Runtime;
use tauri::Url;
use tauri::webview::{NewWindowFeatures, NewWindowResponse};

/// Origins of the built-in page on each system.
const PAGE: [&str; 3] = ["tauri://localhost", "http://tauri.localhost", "https://tauri.localhost"];

/// Vite's origin in development.
#[cfg(dev)]
const DEVELOPMENT: Option<&str> = Some("http://localhost:5173");
#[cfg(not(dev))]
const DEVELOPMENT: Option<&str> = None;

/// Whether the window may navigate to `url`.
pub fn may_go_to(url: &Url) -> bool {
    let origin = format!("{}://{}{}", url.scheme(), url.host_str().unwrap_or_default(), port(url));
    let may = PAGE.contains(&origin.as_str()) || DEVELOPMENT == Some(origin.as_str());
    if !may {
        tracing::warn!(scheme = url.scheme(), "the page tried to navigate elsewhere");
    }
    may
}

/// Denies the page every new window.
pub fn no_window<R: Runtime>(_: Url, _: NewWindowFeatures) -> NewWindowResponse<R> {
    tracing::warn!("the page tried to open a window");
    NewWindowResponse::Deny
}

fn port(url: &Url) -> String {
    url.port().map(|port| format!(":{port}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_page() {
        for url in ["tauri://localhost/", "tauri://localhost/index.html#/doors", "http://tauri.localhost/assets/a.js"] {
            assert!(may_go_to(&url.parse().unwrap()), "{url} is the page");
        }
        let elsewhere = [
            "https://example.com/",
            "http://localhost/",
            "http://localhost:8080/",
            "http://127.0.0.1:5173/",
            "tauri://localhost:1/",
            "tauri://elsewhere/",
            "http://tauri.localhost.example.com/",
            "http://tauri.localhost@example.com/",
            "http://example.com@tauri.localhost:81/",
            "https://console.seam.co/",
            "file:///etc/passwd",
            "data:text/html,<script>1</script>",
            "javascript:alert(1)",
            "blob:tauri://localhost/1",
            "about:srcdoc",
            "asset://localhost/etc/passwd",
            "ipc://localhost/get_status",
            "ftp://tauri.localhost/",
            "mailto:a@b.example",
            "ws://tauri.localhost/",
        ];
        for url in elsewhere {
            assert!(!may_go_to(&url.parse().unwrap()), "{url} is elsewhere");
        }
    }
}
