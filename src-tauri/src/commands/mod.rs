//! What the page may ask for, one file for each area of the screen. Each reads what was asked, calls the operations, answers
//! with a view.
//!
//! A command that is not in `src-tauri/permissions` is refused before it gets here; a test holds the two lists together.

mod codes;
mod data;
mod doors;
mod export;
mod host;
mod issue;
mod readiness;
mod settings;
mod status;
mod sync;
mod today;
mod welcome;

use tauri::Runtime;
use tauri::ipc::Invoke;

use host::Host;

/// All of them.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        codes::add_code_note,
        codes::copy_guest_message,
        codes::copy_pin,
        codes::get_code,
        codes::get_guest_card,
        codes::get_guest_message,
        codes::list_codes,
        codes::list_outside_codes,
        codes::reveal_pin,
        codes::save_guest_card,
        data::back_up,
        data::restore_backup,
        data::verify_record,
        doors::add_door_note,
        doors::get_calendar,
        doors::get_door,
        doors::list_doors,
        doors::put_code_away,
        doors::say_if_same_lock,
        doors::set_host_limit,
        export::compare_with_seam,
        export::export_codes,
        export::get_ledger_sheet,
        issue::confirm_probable,
        issue::issue_code,
        issue::list_stays,
        issue::list_unrecorded,
        issue::look,
        issue::preview_stay,
        issue::put_unrecorded_away,
        issue::record_stay,
        issue::remove_stay,
        issue::restore_stay,
        issue::undo_stay,
        readiness::add_door_test,
        readiness::export_readiness,
        readiness::get_readiness,
        settings::copy_diagnostics,
        settings::get_about,
        settings::get_settings,
        settings::get_update,
        settings::install_update,
        settings::look_for_update,
        settings::open_folder,
        settings::save_settings,
        status::get_status,
        sync::cancel_job,
        sync::sync_now,
        today::get_today,
        welcome::connect,
        welcome::disconnect,
        welcome::get_keychain,
        welcome::leave_demo,
        welcome::set_demo_clock,
        welcome::start_demo,
    ]
}
