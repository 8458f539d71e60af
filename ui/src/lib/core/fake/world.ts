/** What the fake remembers between two commands. */
import type {
  CodeView, DoorTestView, DoorView, NoteEntryView, OutsideCodeView, PlannedStayView, SettingsView, StatusView,
  UnrecordedView, UpdateView,
} from "../../wire";
import { plusDays, TODAY } from "./civil";
import { makeCode } from "./codes";
import { makeDoors } from "./doors";
import { guestName, HOSTILE } from "./names";
import type { Scenario } from "./scenario";

export interface World {
  doors: DoorView[];
  /** Newest first. */
  codes: CodeView[];
  stays: PlannedStayView[];
  outside: OutsideCodeView[];
  unrecorded: UnrecordedView[];
  codeNotes: Map<number, NoteEntryView[]>;
  doorNotes: Map<string, NoteEntryView[]>;
  tests: Map<string, DoorTestView[]>;
  settings: SettingsView;
  status: StatusView;
  update: UpdateView;
}

const SETTINGS: SettingsView = {
  check_in: "16:00", check_out: "10:00", rounding: "1h", prefer: "nearest", label_template: "{door} {from}–{to}", outbox_seconds: 5,
  reveal_seconds: 20, clipboard_seconds: 60, conceal: false, protect_screen: false,
  notifications: { code_set: false, trouble: false, no_code: false, limit: false, quiet: null },
  theme: "system", density: "comfortable", zoom: 100, language: "en", clock: "24h", tray: false, sync_minutes: 30,
  messages: [
    { language: "en", name: "English", text: "Hello! Your code for {door} is {pin}. It works from {from} until {to}, lock time." },
    { language: "es", name: "Español", text: "¡Hola! Su código para {door} es {pin}. Funciona desde {from} hasta {to}, hora de la cerradura." },
    { language: "fr", name: "Français", text: "Bonjour ! Votre code pour {door} est {pin}. Il marche de {from} à {to}, heure de la serrure." },
  ],
  endpoint: null,
};

function statusOf(scenario: Scenario): StatusView {
  const full = scenario.answers !== "empty";
  return {
    mode: scenario.mode, workspace: scenario.mode === "none" ? null : scenario.names === "hostile" ? HOSTILE[2] : scenario.mode === "demo" ? "Simulated doors" : "Harbour Stays",
    is_sandbox: scenario.mode === "demo", key: scenario.mode === "live" ? scenario.keychain : "absent", key_ends: scenario.mode === "live" ? "x4Qd" : null,
    doors: full ? 8 : 0, synced_minutes_ago: full ? 4 : null, clocks: null, jobs: [], tables: "2026f (bundled)", needs_you: full ? 6 : 0,
    not_ready: full ? 4 : 0, watched: full ? 2 : 0, damaged_doors: 0, record_trouble: null, demo_hours: 0, endpoint: null, key_error: null, update: null,
  };
}

function stayOf(id: number, door: DoorView, days: number, scenario: Scenario): PlannedStayView {
  const from = plusDays(TODAY, days);
  return { stay_id: id, door_id: door.door_id, door: door.name, label: guestName(id + 40, scenario.names), stay_key: null, from: `${from}T15:00`, to: `${plusDays(from, 3)}T11:00`, intent_id: null };
}

export function makeWorld(scenario: Scenario): World {
  const full = scenario.answers !== "empty";
  const doors = full ? makeDoors(scenario.names) : [];
  const [loft, garden, pool] = doors;
  const codes = full ? Array.from({ length: scenario.codes }, (_, back) => makeCode(scenario.codes - back, scenario.codes, doors, scenario.names)) : [];
  return {
    doors, codes,
    stays: loft && garden ? [stayOf(1, garden, 0, scenario), stayOf(2, loft, 1, scenario)] : [],
    unrecorded: [],
    outside: loft && pool ? [
      { access_code_id: "out-1", door_id: loft.door_id, door: loft.name, name: "Cleaner", slot_name: "Day 7 – 19", entry: "2026-11-20T07:00", exit: "2026-12-19T19:00", managed: true, unlisted: false, waits_for_host: false },
      { access_code_id: "out-2", door_id: loft.door_id, door: loft.name, name: null, slot_name: null, entry: null, exit: null, managed: false, unlisted: true, waits_for_host: true },
      { access_code_id: "out-3", door_id: pool.door_id, door: pool.name, name: "Pool service", slot_name: "Day 7 – 19", entry: "2026-11-24T07:00", exit: "2026-11-24T19:00", managed: true, unlisted: true, waits_for_host: false },
    ] : [],
    codeNotes: new Map(), doorNotes: new Map(loft ? [[loft.door_id, [{ at: "2026-11-02T10:15", text: "The lever sticks in the cold. Tell guests to pull first." }]]] : []),
    tests: new Map(loft ? [[loft.door_id, [{ intent_id: 12, worked: true, note: "Opened at once.", at: "2026-11-03T09:40" }]]] : []),
    settings: { ...SETTINGS, ...scenario.settings },
    status: statusOf(scenario),
    update: { is_on: full, found: null },
  };
}
