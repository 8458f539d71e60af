/** What crosses the border to the core. Written by `cargo test -p wire`: never edit. */

/** Every command. One that fails rejects with a `CommandError`. */
export interface Commands {
  /** What the frame shows. A record that could not be opened is tried again. */
  get_status: () => Promise<StatusView>;
  get_settings: () => Promise<SettingsView>;
  /** Gives what is set from here on. */
  save_settings: (request: { settings: SettingsView }) => Promise<SettingsView>;
  get_about: () => Promise<AboutView>;
  /** Copies what a helper would ask for: nothing secret, no names. */
  copy_diagnostics: () => Promise<null>;
  open_folder: (request: { which: Folder }) => Promise<null>;
  /** Whether a newer version is known. Asks nobody. */
  get_update: () => Promise<UpdateView>;
  look_for_update: () => Promise<UpdateView>;
  /** Fetches what was found, checks its signature, and starts it in place of this version. */
  install_update: () => Promise<null>;
  start_demo: () => Promise<StatusView>;
  leave_demo: () => Promise<StatusView>;
  set_demo_clock: (request: { hours: number }) => Promise<StatusView>;
  /** `keep: false` holds the key for this session only. The key goes in once and never comes back. */
  connect: (request: { key: string; keep: boolean }) => Promise<ConnectView>;
  disconnect: () => Promise<DisconnectView>;
  /** Where the key is, or whether a keychain could take one. */
  get_keychain: () => Promise<KeyState>;
  get_today: () => Promise<TodayView>;
  /** No network. A field that cannot be read is `fault`, not an error. */
  preview_stay: (request: { draft: DraftRequest }) => Promise<DraftView>;
  issue_code: (request: { request: IssueRequest }) => Promise<IssuedView>;
  /** Settles what is not known, at one door or all. */
  look: (request: { door_id: string | null }) => Promise<LookView>;
  /** The host says that a code at Seam is the one whose answer was lost. */
  confirm_probable: (request: { intent_id: number; access_code_id: string }) => Promise<CodeView>;
  /** In place of an older note of the stay, if that has no code yet. */
  record_stay: (request: { draft: DraftRequest; instead_of: number | null }) => Promise<NotedStayView>;
  remove_stay: (request: { stay_id: number }) => Promise<null>;
  restore_stay: (request: { stay_id: number }) => Promise<null>;
  /** Undoes `record_stay`, with what it replaced. */
  undo_stay: (request: { stay_id: number; replaced: Array<number> }) => Promise<null>;
  list_stays: () => Promise<Array<PlannedStayView>>;
  /** Seam's answers that the record could not take, with their PINs: they are stored nowhere else. */
  list_unrecorded: () => Promise<Array<UnrecordedView>>;
  /** The host has written one of them down. */
  put_unrecorded_away: (request: { marker: string }) => Promise<null>;
  list_codes: (request: { request: CodesRequest }) => Promise<CodeLinesView>;
  get_code: (request: { intent_id: number }) => Promise<CodeDetailView>;
  /** Refused while PINs are concealed. */
  reveal_pin: (request: { intent_id: number }) => Promise<PinShown>;
  /** To the clipboard, out of its history, and cleared again after the time in the settings. */
  copy_pin: (request: { intent_id: number }) => Promise<null>;
  list_codes_elsewhere: (request: { door_id: string | null }) => Promise<Array<CodeElsewhereView>>;
  /** Gives all notes, the newest first. */
  add_code_note: (request: { intent_id: number; text: string }) => Promise<Array<NoteEntryView>>;
  /** That it was sent to the guest, or that it was not. */
  mark_sent: (request: { intent_id: number; is_sent: boolean }) => Promise<null>;
  /** The PIN is masked. */
  get_guest_message: (request: { intent_id: number; language: string; clock: ClockStyle }) => Promise<string>;
  /** With its PIN, as `copy_pin` does. */
  copy_guest_message: (request: { intent_id: number; language: string; clock: ClockStyle }) => Promise<null>;
  /** With its PIN, refused while PINs are concealed. */
  get_guest_card: (request: { intent_id: number; with_pin: boolean; with_label: boolean; language: string; clock: ClockStyle }) => Promise<CardView>;
  /** The path, or `null` when the host dismissed the dialog. */
  save_guest_card: (request: { intent_id: number; with_pin: boolean; with_label: boolean; language: string; clock: ClockStyle }) => Promise<string | null>;
  /** The path, or `null` when the host dismissed the dialog. */
  export_codes: (request: { request: CodesRequest; format: ExportFormat }) => Promise<string | null>;
  /** The first codes as they are on paper. */
  get_ledger_sheet: (request: { request: CodesRequest }) => Promise<LedgerSheetView>;
  compare_with_seam: (request: { door_id: string | null }) => Promise<CompareView>;
  list_doors: () => Promise<DoorsView>;
  get_door: (request: { door_id: string }) => Promise<DoorPageView>;
  get_calendar: (request: { request: CalendarRequest }) => Promise<CalendarView>;
  /** `null` removes the host's own limit. */
  set_host_limit: (request: { door_id: string; limit: number | null }) => Promise<DoorPageView>;
  /** Gives all notes, the newest first. */
  add_door_note: (request: { door_id: string; text: string }) => Promise<Array<NoteEntryView>>;
  /** Whether a door that is gone and another are one lock; gives the other. */
  say_if_same_lock: (request: { gone_id: string; door_id: string; is_same: boolean }) => Promise<DoorPageView>;
  /** Frees the place of a code made elsewhere that Seam no longer lists and that has no end. */
  put_code_away: (request: { door_id: string; access_code_id: string }) => Promise<DoorPageView>;
  get_readiness: () => Promise<ReadinessView>;
  /** Gives all tests of the door, the newest first. */
  add_door_test: (request: { door_id: string; intent_id: number | null; worked: boolean | null; note: string }) => Promise<Array<DoorTestView>>;
  /** The path, or `null` when the host dismissed the dialog. */
  export_readiness: () => Promise<string | null>;
  sync_now: () => Promise<SyncView>;
  /** What the job did until then is kept. */
  cancel_job: (request: { job: Job }) => Promise<null>;
  verify_record: () => Promise<VerifyView>;
  /** `null` when the host dismissed the dialog. */
  back_up: () => Promise<BackupView | null>;
  /** `null` when the host dismissed the dialog. */
  restore_backup: () => Promise<RestoreView | null>;
}

export const COMMANDS = [
  "get_status",
  "get_settings",
  "save_settings",
  "get_about",
  "copy_diagnostics",
  "open_folder",
  "get_update",
  "look_for_update",
  "install_update",
  "start_demo",
  "leave_demo",
  "set_demo_clock",
  "connect",
  "disconnect",
  "get_keychain",
  "get_today",
  "preview_stay",
  "issue_code",
  "look",
  "confirm_probable",
  "record_stay",
  "remove_stay",
  "restore_stay",
  "undo_stay",
  "list_stays",
  "list_unrecorded",
  "put_unrecorded_away",
  "list_codes",
  "get_code",
  "reveal_pin",
  "copy_pin",
  "list_codes_elsewhere",
  "add_code_note",
  "mark_sent",
  "get_guest_message",
  "copy_guest_message",
  "get_guest_card",
  "save_guest_card",
  "export_codes",
  "get_ledger_sheet",
  "compare_with_seam",
  "list_doors",
  "get_door",
  "get_calendar",
  "set_host_limit",
  "add_door_note",
  "say_if_same_lock",
  "put_code_away",
  "get_readiness",
  "add_door_test",
  "export_readiness",
  "sync_now",
  "cancel_job",
  "verify_record",
  "back_up",
  "restore_backup",
] as const satisfies readonly (keyof Commands)[];

export interface Events {
  progress: ProgressEvent;
  changed: ChangedEvent;
  stage: StageEvent;
  menu: MenuEvent;
}

/**
 * What a desktop can do with a window: a setting for anything else would do nothing.
 */
export type AbilitiesView = { 
/**
 * Leave it out of screen shares.
 */
protect_screen: boolean, 
/**
 * Keep it in the tray when it is closed.
 */
tray: boolean, };

/**
 * What the program is and where its things are.
 */
export type AboutView = { version: string, commit: string, tables: string, sqlite: string, webview: string, data_folder: string, log_folder: string, 
/**
 * Licences of everything inside, as text.
 */
licences: string, };

export type AttentionAction = "look" | "issue" | "open_code" | "open_readiness" | "say_if_same";

export type AttentionKind = "not_known" | "no_code" | "failed" | "gone" | "differs" | "refused" | "not_sent" | "second_code" | "perhaps_same" | "door";

/**
 * Something that waits for the host.
 */
export type AttentionView = { kind: AttentionKind, door_id: string, door: string, label: string | null, intent_id: number | null, stay_id: number | null, 
/**
 * The door that is gone, of two that may be one lock.
 */
gone_id: string | null, 
/**
 * What it is and what is safe to do.
 */
message: string, action: AttentionAction, };

/**
 * A backup that was made and checked.
 */
export type BackupView = { path: string, events: number, codes: number, message: string, };

export type BarKind = "code" | "planned" | "elsewhere";

/**
 * A code, or a stay without one. From half-day `from` (0: the first morning) up to but not including `to`.
 */
export type BarView = { kind: BarKind, state: CodeState | null, intent_id: number | null, stay_id: number | null, label: string, slot_name: string | null, from: number, to: number, 
/**
 * It begins before the first day or ends after the last.
 */
begins_before: boolean, ends_after: boolean, lane: number, 
/**
 * The whole window in words, for a screen reader and a table: civil times.
 */
entry: string | null, exit: string | null, };

export type CalendarDayView = { date: string, 
/**
 * 1 is Monday.
 */
weekday: number, };

export type CalendarDoorView = { door_id: string, door: string, 
/**
 * By their beginning. Bars that overlap are in different `lane`s.
 */
bars: Array<BarView>, lanes: number, };

export type CalendarRequest = { 
/**
 * `null`: all doors.
 */
door_id: string | null, 
/**
 * The first day; `null`: today. `step` days are added to it.
 */
from: string | null, step: number, 
/**
 * At most 93.
 */
days: number, };

export type CalendarView = { days: Array<CalendarDayView>, 
/**
 * What this computer's clock shows: a civil time.
 */
now: string, doors: Array<CalendarDoorView>, };

/**
 * A window that a slot can give.
 */
export type CandidateView = { slot_id: string, name: string, entry: string, exit: string, starts_at: string, ends_at: string, entry_rounding_minutes: number, exit_rounding_minutes: number, uncovered_minutes: number, extra_minutes: number, dst: ClockChange | null, is_24_hour: boolean, is_biweekly: boolean, 
/**
 * Both ends are within 1 h of the stay's.
 */
within_hour: boolean, 
/**
 * What it means for the guest.
 */
message: string, };

/**
 * How full a door is and how long that lasts.
 */
export type CapacityView = { door_id: string, door: string, places: PlacesView, 
/**
 * When the next place frees, on the door's clock.
 */
next_free: string | null, 
/**
 * The date at which the door is full at the pace of the last 90 days; `null` where it never is, or nobody can tell.
 */
lasts_to: string | null, message: string, };

/**
 * One end of the window.
 */
export type CardEndView = { heading: string, date: string, time: string, 
/**
 * At midnight: which night it is.
 */
night: string | null, };

/**
 * What stands on a card, from its top to its foot.
 */
export type CardView = { 
/**
 * `en`
 */
language: string, 
/**
 * That it opens no door.
 */
demo: string | null, door: string, label: string | null, 
/**
 * Above the code.
 */
heading: string, 
/**
 * The code in the groups in which it is read; none: an empty box.
 */
pin: Array<PinShown>, 
/**
 * From when, and until when.
 */
ends: [CardEndView, CardEndView], 
/**
 * How the code is entered.
 */
enter: string, 
/**
 * Whose clock the times are on, and what its zone is called by.
 */
foot: Array<string>, };

/**
 * Something that a page may be showing.
 */
export type Changed = "status" | "doors" | "codes" | "stays" | "notes" | "settings" | "unrecorded";

/**
 * What changed. Sent as the event `changed`: pages that show it ask again.
 */
export type ChangedEvent = { what: Array<Changed>, };

/**
 * One check.
 */
export type CheckView = { 
/**
 * The word for what is checked.
 */
check: string, level: Level, 
/**
 * What was found.
 */
message: string, 
/**
 * What to do; `null` where nothing needs doing.
 */
mend: string | null, who: Who | null, };

/**
 * What a clock change does to an end of a window.
 */
export type ClockChange = "gap" | "fold";

export type ClockStyle = "24h" | "12h";

/**
 * What a clock shows.
 */
export type ClockView = { 
/**
 * `America/Vancouver`
 */
zone: string, 
/**
 * `Vancouver`
 */
place: string, civil: string, 
/**
 * `-08:00`
 */
offset: string, };

/**
 * By how much the clocks are apart, and what that means.
 */
export type ClocksView = { 
/**
 * Seam's clock less this computer's.
 */
skew_ms: number, message: string, };

/**
 * A code in full.
 */
export type CodeDetailView = { 
/**
 * With its history.
 */
code: CodeView, 
/**
 * The answer as received, without its PIN; `null` where there was none.
 */
answer: string | null, 
/**
 * The last event's place in the chain.
 */
chain: string | null, 
/**
 * Newest first.
 */
notes: Array<NoteEntryView>, 
/**
 * Whether it was sent to its guest, newest first.
 */
sent: Array<SentView>, 
/**
 * Further attempts for the same stay.
 */
attempts: Array<number>, };

/**
 * A code that was made outside this app.
 */
export type CodeElsewhereView = { access_code_id: string, door_id: string, door: string, name: string | null, slot_name: string | null, 
/**
 * Civil; `null`: Seam does not say.
 */
entry: string | null, exit: string | null, managed: boolean, 
/**
 * Seam no longer lists it: it keeps its place until its end.
 */
unlisted: boolean, 
/**
 * It has no end, so that only the host can free its place.
 */
waits_for_host: boolean, };

/**
 * What a list shows of a code: a third of what a [`CodeView`](crate::CodeView) is, as a page of them is read at each key.
 */
export type CodeLineView = { intent_id: number, marker: string, 
/**
 * The door's name when the code was asked for.
 */
door: string, label: string, state: CodeState, 
/**
 * A bullet for each character; `null` while there is no PIN.
 */
pin_masked: string | null, entry: string, exit: string, slot_name: string, 
/**
 * Civil, in the host's time.
 */
made_at: string, };

/**
 * A page of the ledger.
 */
export type CodeLinesView = { codes: Array<CodeLineView>, 
/**
 * On every page.
 */
total: number, 
/**
 * The cursor of the next page.
 */
next: number | null, };

/**
 * Where a code stands (docs/design.md, "Command line").
 */
export type CodeState = "not_sent" | "refused" | "unknown" | "accepted" | "setting" | "set" | "failed" | "gone" | "ended";

/**
 * One intent and its code.
 */
export type CodeView = { intent_id: number, marker: string, attempt: number, 
/**
 * The door's name when the code was asked for.
 */
door: string, 
/**
 * The door at which Seam lists the code, as far as is known.
 */
door_id: string, 
/**
 * Seam lists it at another door than the one it was made for.
 */
moved: boolean, label: string, 
/**
 * The host's key for the stay.
 */
stay_key: string | null, state: CodeState, 
/**
 * The state in a sentence, with what is safe to do.
 */
message: string, 
/**
 * Why it was not sent, was refused, or is not known; only with the history.
 */
reason: ReasonView | null, access_code_id: string | null, 
/**
 * `null` unless PINs were asked for and it is there.
 */
pin: PinShown | null, 
/**
 * A bullet for each character; `null` while there is no PIN.
 */
pin_masked: string | null, entry: string, exit: string, starts_at: string, ends_at: string, zone: string, 
/**
 * Release and source of the zone tables by which the promise was made.
 */
tables: string, slot_id: string, slot_name: string, stay: StayView, rounding: Rounding, prefer: Preference, promised: PromisedView, 
/**
 * This call sent the request.
 */
created: boolean, differs: Array<DifferenceView>, notices: Array<NoticeView>, 
/**
 * When Seam says that it will make a code that waits.
 */
scheduled_at: string | null, 
/**
 * Further codes at Seam for this stay.
 */
second_codes: Array<string>, 
/**
 * Codes at Seam that are probably this one, whose answer was lost: nothing is adopted before the host says so.
 */
probable: Array<ProbableView>, 
/**
 * Complete looks that found nothing.
 */
looks: number, last_look_at: string | null, 
/**
 * The host may choose another attempt although this one is not known, or is gone.
 */
may_try_another: boolean, 
/**
 * The host chose another attempt in spite of this one.
 */
superseded: boolean, made_at: string, changed_at: string, history?: Array<HistoryView> | null, };

/**
 * Which codes to list. Everything given must hold.
 */
export type CodesRequest = { door_id: string | null, 
/**
 * Empty: every state.
 */
states: Array<CodeState>, 
/**
 * A civil time at which the code must work; on the door's clock, or on every code's own without a door.
 */
at: string | null, search: string | null, 
/**
 * The `next` of the page before.
 */
after: number | null, 
/**
 * So many further rows are passed over.
 */
skip: number, 
/**
 * At most 500.
 */
limit: number, };

/**
 * What went wrong, for a screen.
 */
export type CommandError = { code: ErrorCode, 
/**
 * What it is and what to do next.
 */
message: string, 
/**
 * The cause as it was reported; nothing secret.
 */
detail: string | null, };

/**
 * A code that Seam shows otherwise than the record.
 */
export type CompareCodeView = { code: CodeView, differs: Array<DifferenceView>, };

export type CompareDoorView = { door_id: string, door: string, 
/**
 * In the record and not at Seam.
 */
missing: Array<CodeView>, 
/**
 * At Seam and not in the record.
 */
foreign: Array<CodeElsewhereView>, 
/**
 * In both and not alike; `differs` says how.
 */
different: Array<CompareCodeView>, };

/**
 * What the record and Seam say differently.
 */
export type CompareView = { 
/**
 * Only doors with differences.
 */
doors: Array<CompareDoorView>, 
/**
 * How many doors and codes were compared.
 */
compared_doors: number, compared_codes: number, unread: Array<UnreadView>, message: string, };

export type ConnectView = { workspace_id: string, workspace: string, is_sandbox: boolean, is_suspended: boolean, message: string, };

export type Density = "comfortable" | "compact";

/**
 * What came back other than promised, or differs between the record and Seam.
 */
export type DifferenceKind = "starts" | "ends" | "slot" | "door" | "name" | "odd_pin" | "shared_pin" | "not_offline" | "pin_changed" | "unseen" | "state" | "pin_there" | "other";

/**
 * Something that came back other than promised.
 */
export type DifferenceView = { what: DifferenceKind, promised: string | null, given: string | null, message: string, };

/**
 * An end of a window that sets of zone tables put at different instants.
 */
export type DisagreementView = { 
/**
 * The civil time.
 */
at: string, opinions: Array<OpinionView>, message: string, };

/**
 * The key was removed.
 */
export type DisconnectView = { forgotten: boolean, message: string, };

/**
 * A door in full.
 */
export type DoorPageView = { door: DoorView, checks: Array<CheckView>, slots: SlotsView, capacity: CapacityView, 
/**
 * The host's own figure, whether or not it is the one that holds.
 */
host_limit: number | null, outside: Array<CodeElsewhereView>, notes: Array<NoteEntryView>, tests: Array<DoorTestView>, 
/**
 * Whole minutes since the last complete reading.
 */
read_minutes_ago: number | null, };

/**
 * A test code, and whether it opened the door.
 */
export type DoorTestView = { intent_id: number | null, 
/**
 * `null`: not tried yet.
 */
worked: boolean | null, note: string, 
/**
 * On the door's clock.
 */
at: string, };

/**
 * One door.
 */
export type DoorView = { door_id: string, name: string, 
/**
 * What tells it from another door of its name that Seam lists: its site, else its id.
 */
apart: string | null, 
/**
 * The id under which the host says that the lock of this door, which is gone, is known now.
 */
known_as: string | null, 
/**
 * Doors that may be the same lock: the host is asked.
 */
perhaps_same: Array<PerhapsSameView>, zone: string | null, site: string | null, offline_capable: OfflineCapable, 
/**
 * How many slots it has; `usable_slots` of them can serve a stay.
 */
slots: number, usable_slots: number, 
/**
 * The worst of its checks. `fail`: no code can be made for it.
 */
level: Level, 
/**
 * What the first check of that level found; `null` if all passed.
 */
why: string | null, warnings: Array<WarningView>, last_read_at: string | null, 
/**
 * `false`: Seam only watches it and makes no codes for it.
 */
managed: boolean, gone: boolean, gone_since: string | null, provider: string, model: string | null, account: string | null, zone_sources: Array<ZoneSourceView>, live: number, in_flight: number, elsewhere: number, limit: number | null, limit_source: LimitSource | null, 
/**
 * Places taken, at least.
 */
used: number, left: number | null, room: Room, 
/**
 * When the next code ends.
 */
next_free: string | null, };

/**
 * Every door of the record.
 */
export type DoorsView = { doors: Array<DoorView>, };

/**
 * A field of the issue page.
 */
export type DraftField = "door" | "from_date" | "from_time" | "to_date" | "to_time" | "stay_key";

/**
 * What the page holds. Texts as typed: Rust alone decides what they mean.
 */
export type DraftRequest = { door_id: string, 
/**
 * A date, or empty.
 */
from_date: string, 
/**
 * `15:45`, `1545`, `3:45 pm`, `16`, or empty.
 */
from_time: string, to_date: string, to_time: string, rounding: Rounding, prefer: Preference, 
/**
 * The slot that the host chose instead of the first.
 */
slot_id: string | null, 
/**
 * `null`: the default.
 */
label: string | null, stay_key: string | null, 
/**
 * The host typed that another code is wanted although there is a first attempt.
 */
another?: boolean, };

/**
 * What would happen.
 */
export type DraftView = { 
/**
 * Today on the door's clock: where a calendar begins.
 */
today: string, 
/**
 * The stay as it was made out; `null` where a part is missing or cannot be read.
 */
from: string | null, to: string | null, 
/**
 * The times as read, `16:00`: to be shown in the host's clock style.
 */
from_time: string | null, to_time: string | null, nights: number | null, 
/**
 * What cannot be read or is not a stay, and which field it is.
 */
fault: CommandError | null, fault_field: DraftField | null, 
/**
 * `null` until there is a stay.
 */
preview: PreviewView | null, 
/**
 * The slot in `preview.candidates` that will be used.
 */
chosen: string | null, 
/**
 * The label as it will be sent, behind the marker.
 */
label: string, marker: string | null, 
/**
 * This stay has its code, or an attempt that stands in the way: shown in place of the form.
 */
existing: CodeView | null, 
/**
 * Why nothing could be sent.
 */
objection: ObjectionView | null, 
/**
 * What must be accepted, each in its own box. Their keys go back in [`IssueRequest::accepted`](crate::IssueRequest::accepted).
 */
risks: Array<RiskView>, friction: Friction, capacity: CapacityView | null, 
/**
 * What was looked at for this door and window, passed or not.
 */
checks: Array<CheckView>, chips: Array<SlotChipView>, };

/**
 * Only what a screen tells apart.
 */
export type ErrorCode = "usage" | "bad_time" | "bad_stay" | "bad_stay_key" | "no_such_door" | "ambiguous_door" | "no_such_code" | "never_synced" | "other_workspace" | "no_zone" | "no_slot" | "slot_not_offered" | "slot_changed" | "not_ready" | "over" | "full" | "needs_yes" | "too_early_for_another" | "issued_elsewhere" | "too_many_attempts" | "refused_by_seam" | "not_known" | "not_sent" | "no_connection" | "timed_out" | "rate_limited" | "unavailable" | "not_seam" | "bad_answer" | "not_at_seam" | "key_missing" | "key_rejected" | "key_forbidden" | "bad_key" | "keychain" | "damaged" | "newer" | "no_record" | "not_ours" | "busy" | "disk_full" | "not_writable" | "file_exists" | "backup_unsound" | "unrecorded" | "not_updated" | "interrupted" | "internal";

/**
 * What happened to a code or a door.
 */
export type EventKind = "intent" | "sending" | "not_sent" | "refused" | "unknown" | "accepted" | "found" | "looked" | "superseded" | "second_code" | "moved" | "read" | "gone" | "ended" | "slots_changed" | "door_gone" | "door_back" | "host_limit" | "put_away" | "restored" | "mended";

/**
 * What the ledger is written as.
 */
export type ExportFormat = "xlsx" | "csv" | "pdf";

/**
 * A folder that the host may look into.
 */
export type Folder = "data" | "logs";

/**
 * How much the host must do before the code is spent.
 */
export type Friction = "none" | "boxes" | "count";

/**
 * One event. Holds no raw answer, and the PIN that Seam gave at the time only where PINs are shown.
 */
export type HistoryView = { at: string, event: EventKind, 
/**
 * In a sentence.
 */
detail: string, 
/**
 * Only where PINs were asked for: a PIN that changed at Seam stands here as it was.
 */
pin?: PinShown, };

/**
 * The host pressed the button and the outbox ran out.
 */
export type IssueRequest = { draft: DraftRequest, 
/**
 * What the page showed: if the door now gives something else, nothing is sent.
 */
shown: ShownView, 
/**
 * Keys of the risks whose boxes were ticked.
 */
accepted: Array<string>, 
/**
 * The recorded stay that this is the code for.
 */
stay_id: number | null, };

/**
 * What came of it.
 */
export type IssuedView = { "outcome": "code", code: CodeView, } | { "outcome": "objected", objection: ObjectionView, } | { "outcome": "unrecorded" };

/**
 * Work that takes a while.
 */
export type Job = "sync" | "look" | "compare" | "verify" | "back_up" | "restore" | "export" | "update";

/**
 * Where the API key is.
 */
export type KeyState = "absent" | "kept" | "session" | "environment" | "locked" | "unavailable";

/**
 * The host's language by its tag (`en`), or `system`: as the computer is set. What is neither reads as `system`.
 */
export type Language = string;

/**
 * One code: a cell for each column. Not `Debug`: it may hold a PIN.
 */
export type LedgerRowView = { cells: [string, string, string, string, string, string, string, string, string], };

/**
 * The ledger on paper. Not `Debug`: it may hold PINs.
 */
export type LedgerSheetView = { sheet: SheetView, 
/**
 * Whose clock the times are on.
 */
note: string, columns: [string, string, string, string, string, string, string, string, string], rows: Array<LedgerRowView>, };

/**
 * How bad something is.
 */
export type Level = "pass" | "warn" | "fail";

/**
 * Who says how many codes a door holds.
 */
export type LimitSource = "seam" | "host";

/**
 * What was not known before, as it stands now.
 */
export type LookView = { codes: Array<CodeView>, 
/**
 * How many of them are still not known.
 */
unknown: number, 
/**
 * Doors that could not be read: nothing was concluded for them.
 */
unread: Array<UnreadView>, message: string, };

/**
 * A code to come whose slot changed or went.
 */
export type LostSlotView = { intent_id: number, label: string, slot_name: string, };

/**
 * What the menu of the window asks the page to do. Sent as the event `menu`.
 */
export type MenuEvent = { what: string, };

/**
 * The host's message to a guest in one language. `{door}`, `{label}`, `{from}`, `{to}`, `{pin}` are filled in.
 */
export type MessageTemplateView = { 
/**
 * A language tag such as `en`.
 */
language: string, name: string, text: string, };

/**
 * Which record the window shows.
 */
export type Mode = "none" | "demo" | "live";

/**
 * A slot's window that is nearest to what was asked, or the longest it gives.
 */
export type NearestView = { slot_id: string, name: string, entry: string, exit: string, };

/**
 * Something the host wrote. The newest counts, the older stay to be read.
 */
export type NoteEntryView = { 
/**
 * Civil, in the host's time.
 */
at: string, text: string, };

/**
 * Something to know before issuing.
 */
export type NoteView = { code: string, message: string, };

/**
 * A stay that was noted down, and what undoing it has to restore.
 */
export type NotedStayView = { stay: PlannedStayView, 
/**
 * It was not on the list before.
 */
is_new: boolean, 
/**
 * Stays that it took the place of.
 */
replaced: Array<number>, };

/**
 * What a notice of Seam's is about.
 */
export type NoticeAbout = "code" | "device" | "account" | "unsaid";

/**
 * An error (`fail`) or warning (`warn`) of Seam's.
 */
export type NoticeView = { 
/**
 * As Seam writes it.
 */
code: string, level: Level, 
/**
 * What it is and what to do.
 */
message: string, 
/**
 * What Seam says.
 */
said: string, 
/**
 * It does not go away by itself; `null` where nobody can tell.
 */
permanent: boolean | null, who: Who | null, about: NoticeAbout, };

/**
 * What may be notified of. None holds a PIN.
 */
export type NotificationsView = { code_set: boolean, trouble: boolean, no_code: boolean, limit: boolean, quiet: QuietHoursView | null, };

/**
 * What stands in the way.
 */
export type ObjectionView = { code: ErrorCode, 
/**
 * What it is and what to do.
 */
message: string, 
/**
 * What must be accepted first, for `needs_yes`.
 */
risks: Array<RiskView>, 
/**
 * The checks that fail, for `not_ready`.
 */
checks: Array<CheckView>, 
/**
 * The attempt that stands in the way, where there is one.
 */
existing: CodeView | null, };

/**
 * Whether a door can have offline codes.
 */
export type OfflineCapable = "yes" | "no" | "unknown";

export type OpinionView = { source: TablesSource, version: string, 
/**
 * The instant, with the offset that these tables give.
 */
instant: string, };

/**
 * Two doors that may be one lock.
 */
export type PerhapsSameView = { 
/**
 * The door that is gone.
 */
gone_id: string, 
/**
 * The door that Seam lists.
 */
door_id: string, why: SameLockReason, message: string, };

/**
 * A PIN on its way out. `Debug` says `[redacted]`.
 */
export type PinShown = string;

/**
 * How full a door is.
 */
export type PlacesView = { live: number, in_flight: number, elsewhere: number, limit: number | null, limit_source: LimitSource | null, 
/**
 * Places taken, at least.
 */
used: number, left: number | null, room: Room, 
/**
 * When the next code ends.
 */
next_free: string | null, };

/**
 * A stay that the host noted down without a code.
 */
export type PlannedStayView = { stay_id: number, door_id: string, door: string, label: string, stay_key: string | null, from: string, to: string, 
/**
 * Its code, once it has one.
 */
intent_id: number | null, };

/**
 * Which of two slots is better.
 */
export type Preference = "nearest" | "cover";

/**
 * Every candidate, the choice, and why the others lost.
 */
export type PreviewView = { door: string, door_id: string, zone: string, stay: StayView, rounding: Rounding, prefer: Preference, chosen: CandidateView | null, 
/**
 * The first is the choice.
 */
candidates: Array<CandidateView>, refused: Array<RefusedView>, refusal: RefusalView | null, 
/**
 * What the host should know of the choice and of the door.
 */
notes: Array<NoteView>, 
/**
 * Ends of the choice on which two sets of zone tables disagree: issuing needs a yes.
 */
disagreements: Array<DisagreementView>, places: PlacesView, 
/**
 * Release and source of the zone tables in use.
 */
tables: string, message: string, };

/**
 * A code at Seam that is probably the one of a lost answer.
 */
export type ProbableView = { access_code_id: string, 
/**
 * As Seam shows it.
 */
name: string | null, created_at: string | null, };

/**
 * How far a job is. Sent as the event `progress`.
 */
export type ProgressEvent = { job: Job, done: number, 
/**
 * `null` while it is not known.
 */
total: number | null, 
/**
 * What it is at now, such as a door's name.
 */
at: string, 
/**
 * Whether the host may stop it.
 */
can_stop: boolean, 
/**
 * The job ended, well or not.
 */
ended: boolean, };

/**
 * What the host was promised before the code was spent.
 */
export type PromisedView = { slot_id: string, slot_name: string, entry: string, exit: string, starts_at: string, ends_at: string, };

/**
 * Hours of this computer's clock without notifications.
 */
export type QuietHoursView = { from: string, to: string, };

export type ReadinessDoorView = { door_id: string, name: string, ready: boolean, 
/**
 * What fails first, then what warns, then what passes.
 */
checks: Array<CheckView>, 
/**
 * Newest first.
 */
tests: Array<DoorTestView>, 
/**
 * Whole minutes until a change that the installer made just now can be counted on.
 */
wait_minutes: number, };

export type ReadinessView = { 
/**
 * Key, keychain, clock, record, zone tables.
 */
app: Array<CheckView>, doors: Array<ReadinessDoorView>, 
/**
 * One message for each who can mend something.
 */
wishes: Array<WishView>, };

/**
 * Why something was not sent, was refused, or is not known.
 */
export type ReasonView = { code: string, 
/**
 * What it is and what to do.
 */
message: string, 
/**
 * What Seam said, where it said something.
 */
said: string | null, request_id: string | null, retry_after_seconds: number | null, };

/**
 * Why no slot fits.
 */
export type RefusalCode = "no_slots" | "no_usable_slot" | "too_long" | "nothing_fits";

/**
 * Why nothing fits, and what to do.
 */
export type RefusalView = { code: RefusalCode, message: string, 
/**
 * A window that could be asked for instead.
 */
nearest: NearestView | null, 
/**
 * Rounding by a day would help.
 */
by_day: boolean, 
/**
 * A message to the installer who could add a slot for this stay, ready to send; `null` where no slot would help.
 */
request: string | null, };

/**
 * Why a slot gives no window.
 */
export type RefusedReason = "too_far" | "too_long" | "ends_before_it_begins" | "offset_not_in_zone" | "master" | "one_shot" | "bad_check_in" | "bad_check_out" | "unknown_zone" | "duplicate_id";

/**
 * A slot that gives no window.
 */
export type RefusedView = { slot_id: string, name: string, reason: RefusedReason, 
/**
 * Minutes that the slot is later (positive) or earlier (negative) than asked.
 */
entry_off_minutes: number | null, exit_off_minutes: number | null, nearest_entry: string | null, nearest_exit: string | null, message: string, };

/**
 * A version that can be installed.
 */
export type ReleaseView = { version: string, 
/**
 * The *date* of its making.
 */
date: string | null, 
/**
 * What is new, item by item.
 */
notes: Array<string>, };

/**
 * A backup that was brought back.
 */
export type RestoreView = { path: string, events: number, codes: number, 
/**
 * The record that was there before.
 */
set_aside: string | null, message: string, };

/**
 * Something that may go wrong.
 */
export type RiskView = { 
/**
 * By this it is accepted: the word, with the code that it is about. No two of a list are alike.
 */
key: string, 
/**
 * The word for it, also in the record.
 */
code: string, message: string, };

/**
 * Whether one more code fits.
 */
export type Room = "unknown" | "plenty" | "scarce" | "full";

/**
 * How far an end of a code may be from the stay's.
 */
export type Rounding = "1h" | "1d";

/**
 * Why two doors may be one lock.
 */
export type SameLockReason = "site_and_name" | "oracode_id" | "codes";

/**
 * The host's word that a code was sent to its guest, or that it was not.
 */
export type SentView = { is_sent: boolean, 
/**
 * Civil, in the host's time.
 */
at: string, };

/**
 * Everything that can be set; a missing key of an older file takes its default.
 */
export type SettingsView = { 
/**
 * `16:00`, suggested for a new stay.
 */
check_in: string, check_out: string, rounding: Rounding, prefer: Preference, 
/**
 * `{door}`, `{from}`, `{to}` are filled in.
 */
label_template: string, 
/**
 * Seconds between the click and the request; 0: none.
 */
outbox_seconds: number, 
/**
 * How long a revealed PIN stays.
 */
reveal_seconds: number, 
/**
 * How long a copied PIN stays in the clipboard.
 */
clipboard_seconds: number, 
/**
 * PINs cannot be revealed until this is switched off.
 */
conceal: boolean, 
/**
 * The window is left out of screen shares, where the system can.
 */
protect_screen: boolean, notifications: NotificationsView, theme: Theme, density: Density, 
/**
 * How large everything is shown, in percent: 50 to 200.
 */
zoom: number, language: Language, clock: ClockStyle, 
/**
 * Stay in the tray when the window is closed.
 */
tray: boolean, 
/**
 * Minutes between syncs by themselves; 0: never.
 */
sync_minutes: number, messages: Array<MessageTemplateView>, 
/**
 * Another server than Seam's: for the simulator.
 */
endpoint: string | null, };

/**
 * What stands on every page of a document for the host.
 */
export type SheetView = { title: string, 
/**
 * Of what it is, in parts: the demo, the workspace, what was left out.
 */
scope: Array<string>, 
/**
 * When and where.
 */
printed: string, };

/**
 * The promise that was on the screen.
 */
export type ShownView = { slot_id: string, starts_at: string, ends_at: string, };

/**
 * A slot's times, to take over with one press.
 */
export type SlotChipView = { slot_id: string, name: string, check_in: string, check_out: string, is_24_hour: boolean, };

/**
 * One slot.
 */
export type SlotView = { slot_id: string, name: string, prefix: number | null, 
/**
 * `16:00`, on the door's clock; `null` where it cannot be read.
 */
check_in: string | null, check_out: string | null, 
/**
 * As Seam writes them.
 */
check_in_said: string | null, check_out_said: string | null, is_24_hour: boolean, is_biweekly: boolean, is_one_shot: boolean, is_master: boolean, 
/**
 * Its times carry an offset without a zone.
 */
offset_only: boolean, usable: boolean, reason: ReasonView | null, };

/**
 * Every slot of a door, in the door's order.
 */
export type SlotsView = { door: string, door_id: string, zone: string | null, slots: Array<SlotView>, 
/**
 * What to do where there is no slot for any stay.
 */
message: string | null, };

/**
 * How far issuing has come.
 */
export type Stage = "reading" | "recorded" | "waiting" | "sending" | "answered" | "asking";

/**
 * How far issuing is. Sent as the event `stage`.
 */
export type StageEvent = { door_id: string, intent_id: number | null, stage: StageView, 
/**
 * On the door's clock.
 */
at: string, };

export type StageView = { stage: Stage, message: string, };

/**
 * What the frame shows.
 */
export type StatusView = { mode: Mode, workspace: string | null, is_sandbox: boolean, key: KeyState, 
/**
 * The last characters of the key, for telling keys apart; never more than four.
 */
key_ends: string | null, doors: number, 
/**
 * Why Seam does not take the key, as the last sync met it: until then nothing is synced, followed or issued.
 */
key_error: CommandError | null, 
/**
 * Whole minutes since the last complete sync; `null` before the first.
 */
synced_minutes_ago: number | null, 
/**
 * This computer's clock and Seam's were apart at the last sync.
 */
clocks: ClocksView | null, 
/**
 * Jobs under way.
 */
jobs: Array<Job>, 
/**
 * Release and source of the zone tables in use.
 */
tables: string, 
/**
 * Doors that are not shown because what Seam said of them is damaged in the record.
 */
damaged_doors: number, 
/**
 * Things under “needs you”.
 */
needs_you: number, 
/**
 * Doors that are not ready.
 */
not_ready: number, 
/**
 * Codes that are being watched until they are set.
 */
watched: number, 
/**
 * What is wrong with the record; then nothing is issued.
 */
record_trouble: ErrorCode | null, 
/**
 * How far the demo's clock was put forward, in hours.
 */
demo_hours: number, 
/**
 * What the demo's clock shows, as a *moment* on this computer's clock; `null` without a demo.
 */
demo_now: string | null, 
/**
 * The server that the host's own doors are read from, where it is not Seam.
 */
endpoint: string | null, 
/**
 * A newer version of the program that waits to be installed.
 */
update: string | null, 
/**
 * What this system can do with the window.
 */
can: AbilitiesView, };

/**
 * A guest who comes or goes.
 */
export type StayLineView = { door_id: string, door: string, label: string, 
/**
 * The civil time from or until which the code works, or, without a code, of the stay.
 */
at: string, 
/**
 * `Berlin time, 6 h ahead`; `null` if the door's clock shows what this computer's does.
 */
clock: string | null, intent_id: number | null, stay_id: number | null, 
/**
 * `null`: no code yet.
 */
state: CodeState | null, pin_masked: string | null, message: string, };

/**
 * Arrival and departure on the door's clock.
 */
export type StayView = { from: string, to: string, };

export type SyncView = { doors: number, new_doors: number, gone_doors: Array<string>, 
/**
 * Doors that Seam only watches: those for which that is news, or all while it manages none.
 */
unmanaged_doors: Array<string>, 
/**
 * Doors that Seam only watched, and manages now.
 */
managed_again: Array<string>, codes: number, slots_changed: Array<string>, lost_slots: Array<LostSlotView>, 
/**
 * Outcomes that were not known and were found.
 */
found: number, second_codes: number, 
/**
 * Doors that could not be read completely: they keep what they had.
 */
unread: Array<UnreadView>, 
/**
 * Rows of the record that were damaged and were written anew as Seam says them.
 */
mended: number, 
/**
 * Seam's clock less this computer's.
 */
skew_ms: number | null, 
/**
 * In sentences: what the host should know, the most urgent first.
 */
messages: Array<string>, };

/**
 * Where zone tables come from.
 */
export type TablesSource = "bundled" | "system" | "second_opinion";

export type Theme = "system" | "light" | "dark";

export type TodayView = { 
/**
 * This computer's clock.
 */
yours: ClockView, 
/**
 * Today on each door's own clock, by time.
 */
arriving: Array<StayLineView>, leaving: Array<StayLineView>, 
/**
 * The most urgent first.
 */
needs_you: Array<AttentionView>, 
/**
 * Doors of whose places at most a fifth is left, the fullest first; at most twelve.
 */
capacity: Array<CapacityView>, 
/**
 * The next seven days, of at most twelve doors.
 */
week: CalendarView, 
/**
 * Doors that are not in the week.
 */
more_doors: number, };

/**
 * A door that could not be read.
 */
export type UnreadView = { door: string, code: ErrorCode, message: string, };

/**
 * Seam answered, and the answer could not be recorded: the host must write down what is here.
 */
export type UnrecordedView = { code: CodeView, access_code_id: string | null, pin: PinShown | null, message: string, };

/**
 * Newer versions of the program.
 */
export type UpdateView = { 
/**
 * This build can update itself. What came from a distribution cannot, and need not.
 */
is_on: boolean, found: ReleaseView | null, };

/**
 * Whether the record is sound (docs/design.md, "Command line": `verify`).
 */
export type VerifyView = { sound: boolean, events: number, codes: number, problems: Array<string>, message: string, };

/**
 * Something about a door that the host should know.
 */
export type WarningView = { 
/**
 * Seam's code, or a word of ours.
 */
code: string, message: string, level: Level, who: Who | null, 
/**
 * Seam's own text, where it is Seam that says so.
 */
said: string | null, };

/**
 * Who can mend something.
 */
export type Who = "host" | "installer" | "seam" | "dormakaba";

/**
 * A message that gathers everything somebody could mend, ready to send.
 */
export type WishView = { who: Who, doors: number, subject: string, text: string, };

/**
 * What names a door's zone.
 */
export type ZoneSource = "metadata" | "slots" | "location" | "location_old";

/**
 * Who names which zone for a door.
 */
export type ZoneSourceView = { source: ZoneSource, zone: string, };
