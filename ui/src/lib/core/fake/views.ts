/** Today, readiness, and a code and a door in full, out of the fake's world. */
import type {
  CheckView, CodeDetailView, CodeView, DoorPageView, DoorView, NeedView, ReadinessView, StayLineView, TodayView,
} from "../../wire";
import { calendarOf } from "./calendar";
import { NOW, TODAY } from "./civil";
import { historyOf, isUnsent } from "./codes";
import { capacityOf, checksOf, SLOTS, WEST } from "./doors";
import type { World } from "./world";

const lineOf = (code: CodeView, at: string): StayLineView => ({
  door_id: code.door_id, door: code.door, label: code.label, at, intent_id: code.intent_id, stay_id: null, state: code.state,
  pin_masked: code.pin_masked, message: code.message,
});

const NEEDS: Partial<Record<CodeView["state"], Pick<NeedView, "kind" | "level" | "action">>> = {
  unknown: { kind: "not_known", level: "fail", action: "look" },
  failed: { kind: "failed", level: "fail", action: "open_code" },
  gone: { kind: "gone", level: "fail", action: "open_code" },
  refused: { kind: "refused", level: "warn", action: "open_code" },
};

function needs(world: World): NeedView[] {
  const found: NeedView[] = [];
  for (const code of world.codes.slice(0, 40)) {
    const need = code.differs.length > 0 ? { kind: "differs" as const, level: "warn" as const, action: "open_code" as const } : NEEDS[code.state];
    if (need) found.push({ ...need, door_id: code.door_id, door: code.door, label: code.label, intent_id: code.intent_id, stay_id: null, gone_id: null, message: code.differs[0]?.message ?? code.message });
  }
  for (const stay of world.stays)
    if (stay.intent_id === null) found.push({ kind: "no_code", level: "warn", door_id: stay.door_id, door: stay.door, label: stay.label, intent_id: null, stay_id: stay.stay_id, gone_id: null, message: "The guest arrives tomorrow and has no code.", action: "issue" });
  for (const door of world.doors) {
    for (const pair of door.perhaps_same) found.push({ kind: "perhaps_same", level: "warn", door_id: door.door_id, door: door.name, label: null, intent_id: null, stay_id: null, gone_id: pair.gone_id, message: pair.message, action: "say_if_same" });
    if (door.slots === 0) found.push({ kind: "door", level: "warn", door_id: door.door_id, door: door.name, label: null, intent_id: null, stay_id: null, gone_id: null, message: "The door has no slots: nothing can be issued.", action: "open_readiness" });
  }
  const urgency = { fail: 0, warn: 1, pass: 2 };
  return found.sort((a, b) => urgency[a.level] - urgency[b.level]);
}

export function todayOf(world: World): TodayView {
  const live = world.codes.filter((code) => !isUnsent(code.state));
  const planned = world.stays.filter((stay) => stay.intent_id === null && stay.from.startsWith(TODAY)).map((stay) => ({
    door_id: stay.door_id, door: stay.door, label: stay.label, at: stay.from, intent_id: null, stay_id: stay.stay_id, state: null, pin_masked: null,
    message: "No code yet.",
  }));
  return {
    yours: { zone: "America/Toronto", place: "Toronto", civil: `${TODAY}T19:02`, offset: "-05:00" },
    clocks: [
      { zone: WEST, place: "Vancouver", civil: NOW, offset: "-07:00", apart: "2 h behind yours" },
      { zone: "Europe/Madrid", place: "Madrid", civil: "2026-11-24T01:02", offset: "+01:00", apart: "6 h ahead of yours" },
      { zone: "America/Mexico_City", place: "Mexico City", civil: `${TODAY}T18:02`, offset: "-06:00", apart: "1 h behind yours" },
    ],
    same_clock: false,
    arriving: [...live.filter((code) => code.entry.startsWith(TODAY)).map((code) => lineOf(code, code.entry)), ...planned].slice(0, 8),
    leaving: live.filter((code) => code.exit.startsWith(TODAY)).map((code) => lineOf(code, code.exit)).slice(0, 6),
    needs_you: needs(world),
    capacity: world.doors.filter((door) => !door.gone).map(capacityOf).sort((a, b) => (a.places.left ?? 999) - (b.places.left ?? 999)),
    week: calendarOf({ door_id: null, from: TODAY, step: 0, days: 7 }, world.doors.filter((door) => !door.gone), world.codes, world.stays),
    more_doors: 0,
  };
}

const APP: CheckView[] = [
  { check: "key", level: "pass", message: "Seam accepts the key.", mend: null, who: null },
  { check: "keychain", level: "pass", message: "The key is kept in the keychain of this computer.", mend: null, who: null },
  { check: "clock", level: "pass", message: "This computer's clock agrees with Seam's to the second.", mend: null, who: null },
  { check: "tables", level: "warn", message: "The computer's own zone tables are of 2025b and differ from 2026f for Vancouver. The newer ones are used.", mend: "Update this computer.", who: "host" },
  { check: "record", level: "pass", message: "The record is sound: 2,418 events.", mend: null, who: null },
];

export function readinessOf(world: World): ReadinessView {
  const doors = world.doors.map((door) => {
    const checks = checksOf(door);
    return { door_id: door.door_id, name: door.name, ready: !checks.some((check) => check.level === "fail"), checks, tests: world.tests.get(door.door_id) ?? [], wait_minutes: 30 };
  });
  const broken = doors.filter((door) => !door.ready);
  return {
    app: APP,
    doors,
    wishes: broken.length === 0 ? [] : [
      { who: "installer", doors: broken.length, subject: `${broken.length} doors need a change in Oracode`, text: broken.map((door) => `${door.name}\n${door.checks.filter((check) => check.mend).map((check) => `- ${check.message} ${check.mend ?? ""}`).join("\n")}`).join("\n\n") },
      { who: "seam", doors: 1, subject: "A device without a time zone", text: "Please set the location of this device so that its time zone is known." },
    ],
  };
}

export function detailOf(world: World, code: CodeView): CodeDetailView {
  return {
    code: { ...code, history: historyOf(code) },
    answer: code.access_code_id ? JSON.stringify({ access_code: { access_code_id: code.access_code_id, name: `#${code.marker} ${code.label.slice(0, 60)}`, code: "[redacted]", status: code.state, starts_at: code.starts_at, ends_at: code.ends_at, is_offline_access_code: true }, ok: true }, null, 2) : null,
    chain: `#${code.intent_id * 4} 9f2c41d07be6a358`,
    notes: world.codeNotes.get(code.intent_id) ?? [],
    attempts: code.state === "failed" ? [code.intent_id - 1] : [],
  };
}

export function doorPageOf(world: World, door: DoorView): DoorPageView {
  const checks = checksOf(door);
  return {
    door, ready: !checks.some((check) => check.level === "fail"), checks,
    slots: { door: door.name, door_id: door.door_id, zone: door.zone, slots: SLOTS.slice(0, door.slots), message: door.slots === 0 ? "The door has no slots. Ask the installer for one from 16:00 to 10:00." : null },
    capacity: capacityOf(door), host_limit: door.limit_source === "host" ? door.limit : null,
    outside: world.outside.filter((code) => code.door_id === door.door_id), notes: world.doorNotes.get(door.door_id) ?? [],
    tests: world.tests.get(door.door_id) ?? [], read_minutes_ago: door.gone ? null : 4,
  };
}
