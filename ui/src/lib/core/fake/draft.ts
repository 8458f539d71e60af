/** A preview that moves as one types. The rules are Rust's; this only plays them roughly. */
import type { CandidateView, DoorView, DraftRequest, DraftView, RefusedView, SlotView } from "../../wire";
import { daysBetween, minutesBetween, plusDays, readTime, TODAY } from "./civil";
import { capacityOf, checksOf, SLOTS } from "./doors";

const sayMinutes = (n: number) => (n < 60 ? `${n} min` : n % 60 === 0 ? `${n / 60} h` : `${Math.floor(n / 60)} h ${n % 60} min`);

function message(entry: number, exit: number): string {
  const at = (n: number, less: string, more: string) => (n === 0 ? "on time" : `${sayMinutes(Math.abs(n))} ${n > 0 ? more : less}`);
  return `The guest gets in ${at(entry, "earlier", "later")} and is out ${at(exit, "earlier", "later")}.`;
}

/** The nearest of the same, the day before and the day after. */
function nearest(asked: string, time: string): string {
  const days = [-1, 0, 1].map((day) => `${plusDays(asked, day)}T${time}`);
  return days.reduce((best, one) => (Math.abs(minutesBetween(asked, one)) < Math.abs(minutesBetween(asked, best)) ? one : best));
}

function tryOut(slot: SlotView, from: string, to: string): { candidate: CandidateView; off: [number, number] } {
  const entry = nearest(from, slot.check_in ?? "00:00");
  const exit = nearest(to, slot.check_out ?? "00:00");
  const off: [number, number] = [minutesBetween(from, entry), minutesBetween(to, exit)];
  return {
    off,
    candidate: {
      slot_id: slot.slot_id, name: slot.name, entry, exit, starts_at: `${entry}:00-07:00`, ends_at: `${exit}:00-07:00`,
      entry_rounding_minutes: Math.abs(off[0]), exit_rounding_minutes: Math.abs(off[1]),
      uncovered_minutes: Math.max(0, off[0]) + Math.max(0, -off[1]), extra_minutes: Math.max(0, -off[0]) + Math.max(0, off[1]),
      dst: null, is_24_hour: slot.is_24_hour, is_biweekly: slot.is_biweekly,
      within_hour: Math.abs(off[0]) <= 60 && Math.abs(off[1]) <= 60, message: message(...off),
    },
  };
}

function emptyDraft(door: DoorView, draft: DraftRequest): DraftView {
  return {
    today: TODAY, from: null, to: null, nights: null, fault: null, fault_field: null, preview: null, chosen: null, label: draft.label ?? "", marker: null,
    existing: null, objection: null, risks: [], friction: "none", capacity: capacityOf(door), checks: [],
    chips: SLOTS.slice(0, Math.min(door.slots, 4)).map(({ slot_id, name, check_in, check_out, is_24_hour }) => ({
      slot_id, name, check_in: check_in ?? "", check_out: check_out ?? "", is_24_hour,
    })),
  };
}

const fault = (view: DraftView, field: string, code: "bad_time" | "bad_stay" | "bad_stay_key", message: string): DraftView => ({
  ...view, fault_field: field, fault: { code, message, detail: null },
});

export function previewOf(draft: DraftRequest, door: DoorView): DraftView {
  const view = emptyDraft(door, draft);
  if (draft.from_time !== "" && readTime(draft.from_time) === null) return fault(view, "from_time", "bad_time", `“${draft.from_time}” is not a time of day. Write it as 15:45.`);
  if (draft.to_time !== "" && readTime(draft.to_time) === null) return fault(view, "to_time", "bad_time", `“${draft.to_time}” is not a time of day. Write it as 10:15.`);
  if (draft.from_date === "" || draft.to_date === "" || draft.from_time === "" || draft.to_time === "") return view;
  const from = `${draft.from_date}T${readTime(draft.from_time) ?? ""}`;
  const to = `${draft.to_date}T${readTime(draft.to_time) ?? ""}`;
  if (to <= from) return fault(view, "to_date", "bad_stay", "The stay ends before it begins.");
  if (/\p{Cc}/u.test(draft.stay_key ?? "")) return fault(view, "stay_key", "bad_stay_key", "The booking number cannot hold control characters.");
  return decide({ ...view, from, to, nights: daysBetween(from, to) }, draft, door, from, to);
}

function decide(view: DraftView, draft: DraftRequest, door: DoorView, from: string, to: string): DraftView {
  const most = draft.rounding === "1d" ? 1440 : 60;
  const tried = SLOTS.slice(0, door.slots).filter((slot) => slot.usable).map((slot) => tryOut(slot, from, to));
  const fits = tried.filter(({ off }) => Math.abs(off[0]) <= most && Math.abs(off[1]) <= most).map(({ candidate }) => candidate);
  const weight = (one: CandidateView) => (one.is_biweekly ? 1e6 : 0) + (one.within_hour ? 0 : 1e5) + one.entry_rounding_minutes + one.exit_rounding_minutes;
  const candidates = fits.sort((a, b) => weight(a) - weight(b));
  const chosen = candidates.find((one) => one.slot_id === draft.slot_id) ?? candidates[0] ?? null;
  const far = tried.filter(({ candidate }) => !candidates.includes(candidate));
  const risks = chosen && chosen.uncovered_minutes > 15 ? [{ key: "uncovered", code: "uncovered", message: `The guest is without the door for ${sayMinutes(chosen.uncovered_minutes)} of the stay.` }] : [];
  const closest = far[0]?.candidate;
  const label = draft.label ?? `${door.name.slice(0, 60)} ${from.slice(5, 10)}`;
  return {
    ...view, chosen: chosen?.slot_id ?? null, label, marker: "LB7K", risks, friction: risks.length > 0 ? "boxes" : "none", checks: checksOf(door),
    objection: door.left === 0 ? { code: "full", message: "The door is full. The next place frees on Tue 24 Nov, 10:00.", risks: [], checks: [], existing: null } : null,
    preview: {
      door: door.name, door_id: door.door_id, zone: door.zone ?? "", stay: { from, to }, rounding: draft.rounding, prefer: draft.prefer,
      chosen, candidates, refused: far.map(refused), notes: [], disagreements: [], places: capacityOf(door).places, tables: "2026f (bundled)",
      refusal: chosen ? null : {
        code: tried.length === 0 ? "no_slots" : "nothing_fits", by_day: tried.length > 0 && most === 60, request: `Hello, please add a guest level to ${door.name} for this stay.`,
        message: tried.length === 0 ? "The door has no slots. Ask the installer to set one." : "Nothing is within 1 h of these times.",
        nearest: closest ? { slot_id: closest.slot_id, name: closest.name, entry: closest.entry, exit: closest.exit } : null,
      },
      message: chosen ? chosen.message : "No slot fits.",
    },
  };
}

function refused({ candidate, off }: { candidate: CandidateView; off: [number, number] }): RefusedView {
  return {
    slot_id: candidate.slot_id, name: candidate.name, reason: "too_far", entry_off_minutes: off[0], exit_off_minutes: off[1],
    nearest_entry: candidate.entry, nearest_exit: candidate.exit,
    message: `It is ${sayMinutes(Math.abs(off[0]))} off at entry and ${sayMinutes(Math.abs(off[1]))} at exit.`,
  };
}
