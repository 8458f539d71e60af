//! A copied PIN is cleared after its time and at the exit; later copies by the host are not.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use latchbook_desktop::{Clipboard, Desktop};
use zeroize::Zeroizing;

use crate::world::TestHost;

const A_MINUTE: Duration = Duration::from_secs(60);

fn clipboard() -> (Clipboard, Arc<TestHost>) {
    // A clock that never moves: the time awake decides.
    by_clock(&Arc::default())
}

fn by_clock(seconds: &Arc<AtomicI64>) -> (Clipboard, Arc<TestHost>) {
    let (host, seconds) = (Arc::new(TestHost::default()), Arc::clone(seconds));
    let now = Arc::new(move || Timestamp::from_second(seconds.load(Ordering::SeqCst)).unwrap());
    (Clipboard::new(Arc::clone(&host) as Arc<dyn Desktop>, now), host)
}

async fn copy(clipboard: &Clipboard, pin: &str) {
    clipboard.copy_secret(Zeroizing::new(pin.to_owned()), A_MINUTE).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_copied_pin_is_cleared_after_its_time() {
    let (clipboard, host) = clipboard();
    copy(&clipboard, "583201").await;
    tokio::time::sleep(A_MINUTE - Duration::from_secs(1)).await;
    assert_eq!(host.read_text().as_deref(), Some("583201"), "as long as the host may need it");
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| host.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn a_later_copy_keeps_its_full_time() {
    let (clipboard, host) = clipboard();
    copy(&clipboard, "583201").await;
    tokio::time::sleep(Duration::from_secs(40)).await;
    copy(&clipboard, "771204").await;
    tokio::time::sleep(Duration::from_secs(40)).await;
    assert_eq!(host.read_text().as_deref(), Some("771204"), "the first one's end is not the second one's");
    tokio::time::sleep(Duration::from_secs(21)).await;
    wait_for(|| host.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn sleep_counts_toward_the_time() {
    let clock = Arc::default();
    let (clipboard, host) = by_clock(&clock);
    copy(&clipboard, "583201").await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    clock.store(3_600, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| host.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn a_clipboard_held_by_another_program_is_retried() {
    let (clipboard, host) = clipboard();
    copy(&clipboard, "583201").await;
    *host.holds_clipboard.lock().unwrap() = true;
    tokio::time::sleep(A_MINUTE + Duration::from_secs(3)).await;
    assert!(!clipboard.clear(), "it cannot be read");
    *host.holds_clipboard.lock().unwrap() = false;
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| host.read_text().is_none()).await;
}

#[tokio::test]
async fn a_clipboard_that_hangs_does_not_delay_the_exit() {
    let (clipboard, host) = clipboard();
    copy(&clipboard, "583201").await;
    let hangs = host.clipboard.lock().unwrap();
    assert!(!clipboard.clear_before_exit(Duration::from_millis(1)), "the exit goes on");
    assert!(clipboard.may_hold_secret(), "and it does not count as cleared");
    drop(hangs);
}

#[tokio::test(start_paused = true)]
async fn later_copies_by_the_host_stay() {
    let (clipboard, host) = clipboard();
    copy(&clipboard, "583201").await;
    host.write_text("a shopping list").unwrap();
    tokio::time::sleep(A_MINUTE * 2).await;
    clipboard.clear();
    assert_eq!(host.read_text().as_deref(), Some("a shopping list"), "it is not ours");
}

#[tokio::test]
async fn the_exit_clears_it_once() {
    let (clipboard, host) = clipboard();
    assert!(!clipboard.may_hold_secret(), "nothing has been copied");
    copy(&clipboard, "583201").await;
    assert!(clipboard.may_hold_secret(), "the exit waits for it");
    assert!(clipboard.clear_before_exit(A_MINUTE), "the clipboard answers");
    assert_eq!(host.read_text(), None, "nothing is left behind");
    assert!(!clipboard.may_hold_secret(), "and the exit does not wait again");
    host.write_text("583201").unwrap();
    clipboard.clear();
    assert_eq!(
        host.read_text().as_deref(),
        Some("583201"),
        "text copied by the host is not ours, even if it is the same"
    );
}

/// Waits for the thread that clears.
async fn wait_for(is_so: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("the condition was never met");
}
