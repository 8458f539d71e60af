//! A copied PIN is cleared after its time and at the end, and what the host copied since is not.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use latchbook_desktop::{Clipboard, Desktop};
use zeroize::Zeroizing;

use crate::world::TestHost;

const A_MINUTE: Duration = Duration::from_secs(60);

fn clipboard() -> (Clipboard, Arc<TestHost>) {
    // A clock that stands still: the time awake decides.
    by_clock(&Arc::default())
}

fn by_clock(seconds: &Arc<AtomicI64>) -> (Clipboard, Arc<TestHost>) {
    let (someone, seconds) = (Arc::new(TestHost::default()), Arc::clone(seconds));
    let now = Arc::new(move || Timestamp::from_second(seconds.load(Ordering::SeqCst)).unwrap());
    (Clipboard::new(Arc::clone(&someone) as Arc<dyn Desktop>, now), someone)
}

async fn copy(clipboard: &Clipboard, pin: &str) {
    clipboard.copy_secret(Zeroizing::new(pin.to_owned()), A_MINUTE).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_copied_pin_is_gone_after_its_time() {
    let (clipboard, someone) = clipboard();
    copy(&clipboard, "583201").await;
    tokio::time::sleep(A_MINUTE - Duration::from_secs(1)).await;
    assert_eq!(someone.read_text().as_deref(), Some("583201"), "as long as the host may need it");
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| someone.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn a_later_copy_has_its_whole_time() {
    let (clipboard, someone) = clipboard();
    copy(&clipboard, "583201").await;
    tokio::time::sleep(Duration::from_secs(40)).await;
    copy(&clipboard, "771204").await;
    tokio::time::sleep(Duration::from_secs(40)).await;
    assert_eq!(someone.read_text().as_deref(), Some("771204"), "the first one's end is not the second one's");
    tokio::time::sleep(Duration::from_secs(21)).await;
    wait_for(|| someone.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn a_computer_that_slept_counts_its_sleep() {
    let clock = Arc::default();
    let (clipboard, someone) = by_clock(&clock);
    copy(&clipboard, "583201").await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    clock.store(3_600, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| someone.read_text().is_none()).await;
}

#[tokio::test(start_paused = true)]
async fn a_clipboard_that_another_program_holds_is_tried_again() {
    let (clipboard, someone) = clipboard();
    copy(&clipboard, "583201").await;
    *someone.holds_clipboard.lock().unwrap() = true;
    tokio::time::sleep(A_MINUTE + Duration::from_secs(3)).await;
    assert!(!clipboard.clear(), "it cannot be read");
    *someone.holds_clipboard.lock().unwrap() = false;
    tokio::time::sleep(Duration::from_secs(2)).await;
    wait_for(|| someone.read_text().is_none()).await;
}

#[tokio::test]
async fn a_clipboard_that_hangs_does_not_keep_the_program() {
    let (clipboard, someone) = clipboard();
    copy(&clipboard, "583201").await;
    let hangs = someone.clipboard.lock().unwrap();
    assert!(!clipboard.clear_at_the_end(Duration::from_millis(1)), "it is not waited for");
    assert!(clipboard.may_hold_secret(), "and nobody claims that it was cleared");
    drop(hangs);
}

#[tokio::test(start_paused = true)]
async fn a_later_copy_by_the_host_is_kept() {
    let (clipboard, someone) = clipboard();
    copy(&clipboard, "583201").await;
    someone.write_text("a shopping list").unwrap();
    tokio::time::sleep(A_MINUTE * 2).await;
    clipboard.clear();
    assert_eq!(someone.read_text().as_deref(), Some("a shopping list"), "it is not ours");
}

#[tokio::test]
async fn the_end_of_the_program_clears_it_once() {
    let (clipboard, someone) = clipboard();
    assert!(!clipboard.may_hold_secret(), "nothing has been copied");
    copy(&clipboard, "583201").await;
    assert!(clipboard.may_hold_secret(), "the end is put off for it");
    assert!(clipboard.clear_at_the_end(A_MINUTE), "the clipboard answers");
    assert_eq!(someone.read_text(), None, "nothing is left behind");
    assert!(!clipboard.may_hold_secret(), "and the end is not put off again");
    someone.write_text("583201").unwrap();
    clipboard.clear();
    assert_eq!(
        someone.read_text().as_deref(),
        Some("583201"),
        "what somebody typed himself is not ours, even if it is alike"
    );
}

/// Lets the thread that clears come to its turn.
async fn wait_for(is_so: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it did not come to it");
}
