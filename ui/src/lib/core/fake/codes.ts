/** Any number of codes, each made from its number alone: the last is the newest. */
import type { CodeLinesView, CodeLineView, CodesRequest, CodeState, CodeView, DoorView, HistoryView, NoticeView } from "../../wire";
import { NOW, plusDays, TODAY } from "./civil";
import { SLOTS, WEST } from "./doors";
import { guestName, type Names } from "./names";

const MESSAGES: Record<CodeState, string> = {
  not_sent: "Nothing was sent for this stay. It can be issued.",
  refused: "Seam refused: the door has no slot of this length. Nothing was made.",
  unknown: "Seam's answer got lost. A code may exist. Nothing is sent again by itself; check with Seam.",
  accepted: "Seam accepted the request and has not begun to set the code.",
  setting: "The code is being set. It is watched until it is ready; the window may be closed.",
  set: "The code is ready and works in its window.",
  failed: "dormakaba could not make the code. Ask the installer whether the door is in the account.",
  gone: "The code is no longer at Seam although its window has not ended. It may still open the door.",
  ended: "The code has ended.",
};

/** Newest first: the first few are chosen, so that every state is on the first page. */
const FIRST: readonly CodeState[] = ["set", "setting", "set", "unknown", "set", "accepted", "failed", "set", "set", "refused", "gone", "not_sent"];

function stateOf(back: number): CodeState {
  if (back < FIRST.length) return FIRST[back] ?? "set";
  if (back < 60) return "set";
  return back % 41 === 0 ? "failed" : back % 53 === 0 ? "refused" : "ended";
}

export const isUnsent = (state: CodeState) => state === "refused" || state === "not_sent";

/** Digits that only the fake knows. */
export const digitsOf = (intent: number) => String(583_201 + intent * 7_919).slice(-6);

const OFFSETS: Record<string, string> = { "Europe/Madrid": "+01:00", "America/Mexico_City": "-06:00" };

export function makeCode(intent: number, count: number, doors: readonly DoorView[], names: Names): CodeView {
  const back = count - intent;
  const state = stateOf(back);
  const usable = doors.filter((door) => door.slots > 0 && door.zone && !door.gone);
  const door = usable[intent % usable.length] ?? doors[0];
  const slot = SLOTS[intent % 3];
  if (!door || !slot) throw new Error("the fake has no doors");
  // What has ended lies in the past, the rest around today and after.
  const from = plusDays(TODAY, back < 60 ? (back % 20) - (back > 8 ? 2 : 0) : -4 - Math.floor(back / 8));
  const to = plusDays(from, 2 + (intent % 5));
  const [entry, exit] = [`${from}T${slot.check_in}`, `${to}T${slot.check_out}`];
  const offset = OFFSETS[door.zone ?? ""] ?? "-07:00";
  const promise = { entry, exit, starts_at: `${entry}:00${offset}`, ends_at: `${exit}:00${offset}`, slot_id: slot.slot_id, slot_name: slot.name };
  const made = plusDays(from, -6 - (intent % 9));
  const pin = isUnsent(state) || state === "unknown" || state === "accepted" || state === "failed" ? null : "••••••";
  return {
    intent_id: intent, marker: `LB${(intent * 48_271).toString(36).toUpperCase().slice(-4)}`, attempt: 1, door: door.name, door_id: door.door_id,
    label: names === "hostile" ? guestName(intent, names) : `${guestName(intent, names)} ${from.slice(8)}–${to.slice(8)}`,
    stay_key: intent % 4 === 0 ? `HMX${intent}` : null, state, message: MESSAGES[state],
    reason: state === "refused" ? { code: "invalid_input", message: MESSAGES.refused, said: "starts_at must match a predefined time slot", request_id: "b6c2-91", retry_after_seconds: null } : null,
    access_code_id: isUnsent(state) || state === "unknown" ? null : `ac-${intent}`, pin: null, pin_masked: pin,
    ...promise, zone: door.zone ?? WEST, tables: "2026f (bundled)",
    stay: { from: `${from}T15:45`, to: `${to}T10:15` }, rounding: "1h", prefer: "nearest", promised: promise, created: true,
    differs: back === 7 ? [{ what: "ends", promised: exit, given: `${to}T11:00`, message: "The code ends at 11:00, an hour later than promised." }] : [],
    notices: noticesOf(state), scheduled_at: null, second_codes: [], moved: false,
    probable: state === "unknown" ? [{ access_code_id: "ac-7f3q", name: "Loft 24-27 Nov", created_at: "2026-11-23T17:20:31Z" }] : [],
    looks: state === "unknown" ? 2 : 0, last_look_at: state === "unknown" ? "2026-11-23T17:24:08Z" : null,
    may_try_another: false, superseded: false, made_at: `${made < TODAY ? made : TODAY}T09:12:40Z`, changed_at: `${NOW}:11Z`, history: null,
  };
}

function noticesOf(state: CodeState): NoticeView[] {
  if (state !== "failed") return [];
  return [{ code: "failed_to_set_on_device", level: "fail", message: "dormakaba could not make the code. Ask the installer whether the door is in the account.", said: "Failed to set access code on the device.", permanent: true, who: "installer", about: "code" }];
}

export function historyOf(code: CodeView): HistoryView[] {
  const at = code.made_at;
  const line = (event: string, detail: string): HistoryView => ({ at, event, detail });
  const begin = [line("intent", `Recorded: a code for ${code.label}, ${code.slot_name}.`)];
  if (code.state === "not_sent") return [...begin, line("not_sent", "Nothing was sent.")];
  begin.push(line("sending", "The request was sent."));
  if (code.state === "refused") return [...begin, line("refused", "Seam refused the request.")];
  if (code.state === "unknown") return [...begin, line("unknown", "The connection broke before Seam's answer."), line("looked", "A complete look found no such code.")];
  begin.push(line("accepted", "Seam accepted the request."));
  if (code.state === "failed") return [...begin, line("read", "Seam says that the code could not be set.")];
  if (code.state === "set" || code.state === "ended") begin.push(line("read", "The code is set."));
  if (code.state === "gone") begin.push(line("gone", "The code is no longer at Seam."));
  return code.state === "ended" ? [...begin, line("ended", "The window ended.")] : begin;
}

const codeLineOf = ({ intent_id, marker, door, label, state, pin_masked, entry, exit, slot_name, made_at }: CodeView): CodeLineView =>
  ({ intent_id, marker, door, label, state, pin_masked, entry, exit, slot_name, made_at });

/** The page that was asked for, of all codes, newest first. */
export function pageOf(codes: readonly CodeView[], request: CodesRequest): CodeLinesView {
  const words = (request.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (code: CodeView) =>
    (request.door_id === null || code.door_id === request.door_id) &&
    (request.states.length === 0 || request.states.includes(code.state)) &&
    (request.at === null || (code.entry <= request.at && request.at <= code.exit)) &&
    words.every((word) => `${code.label} ${code.door} ${code.marker} ${code.slot_name}`.toLowerCase().includes(word));
  const all = words.length === 0 && request.door_id === null && request.states.length === 0 && request.at === null ? codes : codes.filter(fits);
  const start = (request.after === null ? 0 : all.findIndex((code) => code.intent_id < (request.after ?? 0))) + request.skip;
  const page = start < 0 ? [] : all.slice(start, start + Math.min(500, request.limit));
  const last = page.at(-1);
  return { codes: page.map(codeLineOf), total: all.length, next: last && all.at(-1) !== last ? last.intent_id : null };
}
