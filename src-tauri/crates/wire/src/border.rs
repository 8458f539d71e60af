//! The border to the page: every command and every event, each written once.
//!
//! Owns: names, arguments and answers. The shell's handler, the page's TypeScript and the permissions are made from
//! these tables; a test writes the last two (`tests/it/border.rs`). Refuses: the work of a command.

/// Passes every command to the caller's macro, area by area: `area { name(argument: Type, …) -> Answer; … }`.
///
/// Types are those of this crate's root.
#[macro_export]
macro_rules! commands {
    ($with:ident) => {
        $with! {
            status {
                /// What the frame shows. A record that could not be opened is tried again.
                get_status() -> StatusView;
            }
            settings {
                get_settings() -> SettingsView;
                /// Gives what is set from here on.
                save_settings(settings: SettingsView) -> SettingsView;
                get_about() -> AboutView;
                /// Copies what a helper would ask for: nothing secret, no names.
                copy_diagnostics() -> ();
                open_folder(which: Folder) -> ();
            }
            updates {
                /// Whether a newer version is known. Asks nobody.
                get_update() -> UpdateView;
                look_for_update() -> UpdateView;
                /// Fetches what was found, checks its signature, and starts it in place of this version.
                install_update() -> ();
            }
            welcome {
                start_demo() -> StatusView;
                leave_demo() -> StatusView;
                set_demo_clock(hours: u32) -> StatusView;
                /// `keep: false` holds the key for this session only. The key goes in once and never comes back.
                connect(key: String, keep: bool) -> ConnectView;
                disconnect() -> DisconnectView;
                /// Where the key is, or whether a keychain could take one.
                get_keychain() -> KeyState;
            }
            today {
                get_today() -> TodayView;
            }
            issue {
                /// No network. A field that cannot be read is `fault`, not an error.
                preview_stay(draft: DraftRequest) -> DraftView;
                issue_code(request: IssueRequest) -> IssuedView;
                /// Settles what is not known, at one door or all.
                look(door_id: Option<String>) -> LookView;
                /// The host says that a code at Seam is the one whose answer was lost.
                confirm_probable(intent_id: i64, access_code_id: String) -> CodeView;
                /// In place of an older note of the stay, if that has no code yet.
                record_stay(draft: DraftRequest, instead_of: Option<i64>) -> NotedStayView;
                remove_stay(stay_id: i64) -> ();
                restore_stay(stay_id: i64) -> ();
                /// Undoes `record_stay`, with what it replaced.
                undo_stay(stay_id: i64, replaced: Vec<i64>) -> ();
                list_stays() -> Vec<PlannedStayView>;
                /// Seam's answers that the record could not take, with their PINs: they are stored nowhere else.
                list_unrecorded() -> Vec<UnrecordedView>;
                /// The host has written one of them down.
                put_unrecorded_away(marker: String) -> ();
            }
            codes {
                list_codes(request: CodesRequest) -> CodeLinesView;
                get_code(intent_id: i64) -> CodeDetailView;
                /// Refused while PINs are concealed.
                reveal_pin(intent_id: i64) -> PinShown;
                /// To the clipboard, out of its history, and cleared again after the time in the settings.
                copy_pin(intent_id: i64) -> ();
                list_codes_elsewhere(door_id: Option<String>) -> Vec<CodeElsewhereView>;
                /// Gives all notes, the newest first.
                add_code_note(intent_id: i64, text: String) -> Vec<NoteEntryView>;
                /// That it was sent to the guest, or that it was not.
                mark_sent(intent_id: i64, is_sent: bool) -> ();
                /// The PIN is masked.
                get_guest_message(intent_id: i64, language: String, clock: ClockStyle) -> String;
                /// With its PIN, as `copy_pin` does.
                copy_guest_message(intent_id: i64, language: String, clock: ClockStyle) -> ();
                /// With its PIN, refused while PINs are concealed.
                get_guest_card(
                    intent_id: i64,
                    with_pin: bool,
                    with_label: bool,
                    language: String,
                    clock: ClockStyle,
                ) -> CardView;
                /// The path, or `null` when the host dismissed the dialog.
                save_guest_card(
                    intent_id: i64,
                    with_pin: bool,
                    with_label: bool,
                    language: String,
                    clock: ClockStyle,
                ) -> Option<String>;
            }
            export {
                /// The path, or `null` when the host dismissed the dialog.
                export_codes(request: CodesRequest, format: ExportFormat) -> Option<String>;
                /// The first codes as they are on paper.
                get_ledger_sheet(request: CodesRequest) -> LedgerSheetView;
                compare_with_seam(door_id: Option<String>) -> CompareView;
            }
            doors {
                list_doors() -> DoorsView;
                get_door(door_id: String) -> DoorPageView;
                get_calendar(request: CalendarRequest) -> CalendarView;
                /// `null` removes the host's own limit.
                set_host_limit(door_id: String, limit: Option<u32>) -> DoorPageView;
                /// Gives all notes, the newest first.
                add_door_note(door_id: String, text: String) -> Vec<NoteEntryView>;
                /// Whether a door that is gone and another are one lock; gives the other.
                say_if_same_lock(gone_id: String, door_id: String, is_same: bool) -> DoorPageView;
                /// Frees the place of a code made elsewhere that Seam no longer lists and that has no end.
                put_code_away(door_id: String, access_code_id: String) -> DoorPageView;
            }
            readiness {
                get_readiness() -> ReadinessView;
                /// Gives all tests of the door, the newest first.
                add_door_test(
                    door_id: String,
                    intent_id: Option<i64>,
                    worked: Option<bool>,
                    note: String,
                ) -> Vec<DoorTestView>;
                /// The path, or `null` when the host dismissed the dialog.
                export_readiness() -> Option<String>;
            }
            sync {
                sync_now() -> SyncView;
                /// What the job did until then is kept.
                cancel_job(job: Job) -> ();
            }
            data {
                verify_record() -> VerifyView;
                /// `null` when the host dismissed the dialog.
                back_up() -> Option<BackupView>;
                /// `null` when the host dismissed the dialog.
                restore_backup() -> Option<RestoreView>;
            }
        }
    };
}

/// Passes every event to the caller's macro: `Variant(Payload) = "name";`.
#[macro_export]
macro_rules! events {
    ($with:ident) => {
        $with! {
            Progress(ProgressEvent) = "progress";
            Changed(ChangedEvent) = "changed";
            Stage(StageEvent) = "stage";
            Menu(MenuEvent) = "menu";
        }
    };
}
