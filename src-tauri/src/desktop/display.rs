//! Whether there is a display for a window. Without one the toolkit would panic.

/// Printed without a display.
pub const NO_DISPLAY: &str = "latchbook-desktop: there is no display to open a window on (WAYLAND_DISPLAY and \
                              DISPLAY are unset, or no display answers). In a terminal, use `latchbook`; it does the same.";

/// The exit code without a display: the environment lacks something (`EX_UNAVAILABLE`).
pub const NO_DISPLAY_EXIT: u8 = 69;

/// Whether a window can be opened.
#[cfg(any(windows, target_os = "macos"))]
pub fn is_there() -> bool {
    true
}

/// Whether a window can be opened.
#[cfg(not(any(windows, target_os = "macos")))]
pub fn is_there() -> bool {
    wayland(&variable("WAYLAND_DISPLAY"), &variable("XDG_RUNTIME_DIR")) || x11(&variable("DISPLAY"))
}

/// Whether the session's folder has a socket of this name.
#[cfg(not(any(windows, target_os = "macos")))]
fn wayland(display: &str, runtime: &str) -> bool {
    let path = std::path::Path::new(runtime).join(display);
    !display.is_empty() && std::os::unix::net::UnixStream::connect(path).is_ok()
}

/// `:1`, `:1.0` and `unix:1` are sockets of this computer; `host:10.0` is another's.
#[cfg(not(any(windows, target_os = "macos")))]
fn x11(display: &str) -> bool {
    use std::net::TcpStream;
    use std::os::unix::net::UnixStream;
    let Some((host, number)) = display.rsplit_once(':') else { return false };
    let number = number.split('.').next().unwrap_or_default();
    let Ok(number) = number.parse::<u16>() else { return false };
    if !matches!(host, "" | "unix") {
        let port = number.saturating_add(6_000);
        return TcpStream::connect((host, port)).is_ok();
    }
    let path = format!("/tmp/.X11-unix/X{number}");
    UnixStream::connect(path).is_ok() || is_abstract_x11(number)
}

/// On Linux, X servers also listen on a socket without a file.
#[cfg(target_os = "linux")]
fn is_abstract_x11(number: u16) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"));
    address.is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
}

#[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
fn is_abstract_x11(_: u16) -> bool {
    false
}

#[cfg(not(any(windows, target_os = "macos")))]
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

#[cfg(all(test, not(any(windows, target_os = "macos"))))]
mod tests {
    use super::*;

    #[test]
    fn a_missing_display_is_not_found() {
        for display in ["", "nonsense", ":", ":sixty", ":60999", "unix:60998.0"] {
            assert!(!x11(display), "no X server listens at {display:?}");
        }
        assert!(!wayland("wayland-0", "/nonexistent"), "no socket, no display");
        assert!(!wayland("", "/"), "a folder is no display");
    }
}
