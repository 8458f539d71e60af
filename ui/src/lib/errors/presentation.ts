/** How each error is shown: its severity, its heading, and the screen's offers. The sentence is the error's own. */
import type { ErrorCode } from "../wire";
import type { Key } from "../words";

export type Severity = "info" | "warning" | "error";

/** An offer that a screen can show next to the sentence. */
export type Action =
  | "none"
  | "retry"
  | "mend_field"
  | "connect"
  | "sync"
  | "look"
  | "readiness"
  | "settings_data"
  | "open_code"
  | "reload"
  | "wait";

export interface Presentation {
  severity: Severity;
  title: Key;
  action: Action;
}

const say = (severity: Severity, title: Key, action: Action): Presentation => ({ severity, title, action });

export const PRESENTATION: Record<ErrorCode, Presentation> = {
  usage: say("warning", "error.usage", "mend_field"),
  bad_time: say("warning", "error.bad_time", "mend_field"),
  bad_stay: say("warning", "error.bad_stay", "mend_field"),
  bad_stay_key: say("warning", "error.bad_stay_key", "mend_field"),
  no_such_door: say("warning", "error.no_such_door", "sync"),
  ambiguous_door: say("warning", "error.ambiguous_door", "mend_field"),
  no_such_code: say("warning", "error.no_such_code", "none"),
  never_synced: say("info", "error.never_synced", "sync"),
  other_workspace: say("error", "error.other_workspace", "connect"),
  no_zone: say("warning", "error.no_zone", "readiness"),
  no_slot: say("warning", "error.no_slot", "mend_field"),
  slot_not_offered: say("warning", "error.slot_not_offered", "mend_field"),
  slot_changed: say("warning", "error.slot_changed", "retry"),
  not_ready: say("warning", "error.not_ready", "readiness"),
  over: say("warning", "error.over", "mend_field"),
  full: say("error", "error.full", "wait"),
  needs_yes: say("warning", "error.needs_yes", "mend_field"),
  too_early_for_another: say("warning", "error.too_early_for_another", "look"),
  issued_elsewhere: say("warning", "error.issued_elsewhere", "open_code"),
  too_many_attempts: say("error", "error.too_many_attempts", "look"),
  refused_by_seam: say("error", "error.refused_by_seam", "none"),
  not_known: say("error", "error.not_known", "look"),
  not_sent: say("warning", "error.not_sent", "retry"),
  no_connection: say("warning", "error.no_connection", "retry"),
  timed_out: say("warning", "error.timed_out", "retry"),
  rate_limited: say("warning", "error.rate_limited", "wait"),
  unavailable: say("warning", "error.unavailable", "retry"),
  not_seam: say("error", "error.not_seam", "retry"),
  bad_answer: say("error", "error.bad_answer", "retry"),
  not_at_seam: say("error", "error.not_at_seam", "look"),
  key_missing: say("warning", "error.key_missing", "connect"),
  key_rejected: say("error", "error.key_rejected", "connect"),
  key_forbidden: say("error", "error.key_forbidden", "connect"),
  bad_key: say("warning", "error.bad_key", "mend_field"),
  keychain: say("warning", "error.keychain", "retry"),
  damaged: say("error", "error.damaged", "settings_data"),
  newer: say("error", "error.newer", "none"),
  no_record: say("error", "error.no_record", "settings_data"),
  not_ours: say("error", "error.not_ours", "settings_data"),
  busy: say("warning", "error.busy", "retry"),
  disk_full: say("error", "error.disk_full", "retry"),
  not_writable: say("error", "error.not_writable", "retry"),
  file_exists: say("warning", "error.file_exists", "retry"),
  backup_unsound: say("error", "error.backup_unsound", "retry"),
  unrecorded: say("error", "error.unrecorded", "none"),
  not_updated: say("error", "error.not_updated", "retry"),
  interrupted: say("info", "error.interrupted", "retry"),
  internal: say("error", "error.internal", "reload"),
};
