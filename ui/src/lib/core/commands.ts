/** Every command and event of the window, by the names of the core: what goes in and what comes back. */
import type { AboutView } from "../wire/AboutView";
import type { BackupView } from "../wire/BackupView";
import type { CalendarRequest } from "../wire/CalendarRequest";
import type { CalendarView } from "../wire/CalendarView";
import type { ChangedEvent } from "../wire/ChangedEvent";
import type { CardView } from "../wire/CardView";
import type { CodeDetailView } from "../wire/CodeDetailView";
import type { CodeView } from "../wire/CodeView";
import type { CodesRequest } from "../wire/CodesRequest";
import type { CodeLinesView } from "../wire/CodeLinesView";
import type { CompareView } from "../wire/CompareView";
import type { ConnectView } from "../wire/ConnectView";
import type { DisconnectView } from "../wire/DisconnectView";
import type { DoorPageView } from "../wire/DoorPageView";
import type { DoorsView } from "../wire/DoorsView";
import type { DoorTestView } from "../wire/DoorTestView";
import type { DraftRequest } from "../wire/DraftRequest";
import type { DraftView } from "../wire/DraftView";
import type { IssuedView } from "../wire/IssuedView";
import type { IssueRequest } from "../wire/IssueRequest";
import type { Job } from "../wire/Job";
import type { KeyState } from "../wire/KeyState";
import type { LedgerSheetView } from "../wire/LedgerSheetView";
import type { LookView } from "../wire/LookView";
import type { NoteEntryView } from "../wire/NoteEntryView";
import type { NotedStayView } from "../wire/NotedStayView";
import type { OutsideCodeView } from "../wire/OutsideCodeView";
import type { PinShown } from "../wire/PinShown";
import type { PlannedStayView } from "../wire/PlannedStayView";
import type { ProgressEvent } from "../wire/ProgressEvent";
import type { ReadinessView } from "../wire/ReadinessView";
import type { RestoreView } from "../wire/RestoreView";
import type { SettingsView } from "../wire/SettingsView";
import type { StageEvent } from "../wire/StageEvent";
import type { StatusView } from "../wire/StatusView";
import type { SyncView } from "../wire/SyncView";
import type { TodayView } from "../wire/TodayView";
import type { UnrecordedView } from "../wire/UnrecordedView";
import type { UpdateView } from "../wire/UpdateView";
import type { VerifyView } from "../wire/VerifyView";

type Command<Request, Answer> = (request: Request) => Promise<Answer>;
type Ask<Answer> = () => Promise<Answer>;
type Done = null;

export interface Commands {
  get_status: Ask<StatusView>;
  get_settings: Ask<SettingsView>;
  save_settings: Command<{ settings: SettingsView }, SettingsView>;
  get_about: Ask<AboutView>;
  copy_diagnostics: Ask<Done>;
  /** What is known of newer versions; asks nobody. */
  get_update: Ask<UpdateView>;
  look_for_update: Ask<UpdateView>;
  /** Fetches what was found, checks its signature, and starts it in place of this version. */
  install_update: Ask<Done>;
  open_folder: Command<{ which: "data" | "logs" }, Done>;

  start_demo: Ask<StatusView>;
  leave_demo: Ask<StatusView>;
  set_demo_clock: Command<{ hours: number }, StatusView>;
  /** `keep: false` holds the key for this session only. The key goes in once and never comes back. */
  connect: Command<{ key: string; keep: boolean }, ConnectView>;
  disconnect: Ask<DisconnectView>;
  get_keychain: Ask<KeyState>;

  get_today: Ask<TodayView>;

  /** No network. A field that cannot be read is `fault`, not an error. */
  preview_stay: Command<{ draft: DraftRequest }, DraftView>;
  issue_code: Command<{ request: IssueRequest }, IssuedView>;
  look: Command<{ door_id: string | null }, LookView>;
  /** The host says that a code at Seam is the one whose answer was lost. */
  confirm_probable: Command<{ intent_id: number; access_code_id: string }, CodeView>;
  /** In place of an older note of the stay, if that has no code yet. */
  record_stay: Command<{ draft: DraftRequest; instead_of: number | null }, NotedStayView>;
  remove_stay: Command<{ stay_id: number }, Done>;
  restore_stay: Command<{ stay_id: number }, Done>;
  /** Undoes `record_stay`: with what it took the place of. */
  undo_stay: Command<{ stay_id: number; replaced: number[] }, Done>;
  list_stays: Ask<PlannedStayView[]>;
  /** Answers of Seam's that the record could not take, with their PINs: they stand nowhere else. */
  list_unrecorded: Ask<UnrecordedView[]>;
  /** The host has written one of them down. */
  put_unrecorded_away: Command<{ marker: string }, Done>;

  list_codes: Command<{ request: CodesRequest }, CodeLinesView>;
  get_code: Command<{ intent_id: number }, CodeDetailView>;
  /** Refused while PINs are concealed. */
  reveal_pin: Command<{ intent_id: number }, PinShown>;
  /** To the clipboard, out of its history, and cleared again after the time in the settings. */
  copy_pin: Command<{ intent_id: number }, Done>;
  list_outside_codes: Command<{ door_id: string | null }, OutsideCodeView[]>;
  add_code_note: Command<{ intent_id: number; text: string }, NoteEntryView[]>;
  get_guest_message: Command<{ intent_id: number; language: string }, string>;
  copy_guest_message: Command<{ intent_id: number; language: string }, Done>;
  /** With its PIN, refused while PINs are concealed. */
  get_guest_card: Command<{ intent_id: number; with_pin: boolean; with_label: boolean; language: string }, CardView>;
  /** The path, or `null` when the host dismissed the dialog. */
  save_guest_card: Command<{ intent_id: number; with_pin: boolean; language: string }, string | null>;

  export_codes: Command<{ request: CodesRequest; format: "xlsx" | "csv" | "pdf" }, string | null>;
  /** The first codes as they stand on paper. */
  get_ledger_sheet: Command<{ request: CodesRequest }, LedgerSheetView>;
  compare_with_seam: Command<{ door_id: string | null }, CompareView>;

  list_doors: Ask<DoorsView>;
  get_door: Command<{ door_id: string }, DoorPageView>;
  get_calendar: Command<{ request: CalendarRequest }, CalendarView>;
  set_host_limit: Command<{ door_id: string; limit: number | null }, DoorPageView>;
  add_door_note: Command<{ door_id: string; text: string }, NoteEntryView[]>;
  /** Whether a door that is gone and another are one lock; gives the other. */
  say_if_same_lock: Command<{ gone_id: string; door_id: string; is_same: boolean }, DoorPageView>;
  /** Frees the place of a code made elsewhere that Seam no longer lists and that has no end. */
  put_code_away: Command<{ door_id: string; access_code_id: string }, DoorPageView>;

  get_readiness: Ask<ReadinessView>;
  add_door_test: Command<
    { door_id: string; intent_id: number | null; worked: boolean | null; note: string },
    DoorTestView[]
  >;
  export_readiness: Ask<string | null>;

  sync_now: Ask<SyncView>;
  cancel_job: Command<{ job: Job }, Done>;

  verify_record: Ask<VerifyView>;
  back_up: Ask<BackupView | null>;
  restore_backup: Ask<RestoreView | null>;
}

/** What the menu of the window asks the page to do. */
export interface MenuEvent {
  what: string;
}

export interface Events {
  progress: ProgressEvent;
  changed: ChangedEvent;
  stage: StageEvent;
  menu: MenuEvent;
}

/** Ends the listening. */
export type Stop = () => void;

/** The one door out of the page. A command that fails rejects with a `CommandError`. */
export interface Core extends Commands {
  on<Name extends keyof Events>(name: Name, handle: (event: Events[Name]) => void): Stop;
}
