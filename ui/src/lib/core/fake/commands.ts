/** Each command, played on the world. */
import type { Changed, Code, CodeView, CommandError, Commands, DoorView, Events, Job, NoteEntryView } from "../../wire";
import { calendarOf } from "./calendar";
import { NOW } from "./civil";
import { digitsOf, pageOf } from "./codes";
import { previewOf } from "./draft";
import { issueIn } from "./issue";
import { CARDS, SHEET } from "./paper";
import type { Scenario } from "./scenario";
import { detailOf, doorPageOf, readinessOf, todayOf } from "./views";
import type { World } from "./world";

export interface Play {
  world: World;
  scenario: Scenario;
  emit: <Name extends keyof Events>(name: Name, event: Events[Name]) => void;
  changed: (...what: Changed[]) => void;
}

const fail = (code: Code, message: string, detail: string | null = null): CommandError => ({ code, message, detail });

/** Rejects as the core does. */
function refuse(error: CommandError): never {
  throw error as unknown as Error;
}

const wait = (milliseconds: number) => (milliseconds === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, milliseconds)));

function doorIn(world: World, id: string): DoorView {
  return world.doors.find((door) => door.door_id === id) ?? refuse(fail("no_such_door", "This door is not in the record. Sync to read the doors again."));
}

function codeIn(world: World, id: number): CodeView {
  return world.codes.find((code) => code.intent_id === id) ?? refuse(fail("no_such_code", "This code is not in the record."));
}

function noteIn<Id>(notes: Map<Id, NoteEntryView[]>, id: Id, text: string): NoteEntryView[] {
  const all = [{ at: NOW, text }, ...(notes.get(id) ?? [])];
  notes.set(id, all);
  return all;
}

/** A job that tells how far it is, door by door, and can be stopped. */
function worker({ world, scenario, emit }: Play) {
  const stopped = new Set<Job>();
  const work = async (job: Job) => {
    stopped.delete(job);
    const total = world.doors.length;
    const can_stop = !["verify", "back_up", "restore"].includes(job);
    for (const [done, door] of world.doors.entries()) {
      emit("progress", { job, done, total, at: door.name, can_stop, ended: false });
      await wait(scenario.pace);
      if (stopped.has(job)) {
        emit("progress", { job, done, total, at: "", can_stop, ended: true });
        refuse(fail("interrupted", "Stopped. What was read is kept."));
      }
    }
    emit("progress", { job, done: total, total, at: "", can_stop, ended: true });
  };
  return { work, stop: (job: Job) => void stopped.add(job) };
}

type Jobs = ReturnType<typeof worker>;

function messageFor(world: World, intent: number, language: string): string {
  const code = codeIn(world, intent);
  const template = world.settings.messages.find((one) => one.language === language) ?? world.settings.messages[0];
  const fill: Record<string, string> = { door: code.door, label: code.label, from: code.entry, to: code.exit, pin: code.pin_masked ?? "" };
  return (template?.text ?? "").replaceAll(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
}

export function commandsOf(play: Play): Commands {
  const { world, changed } = play;
  const jobs = worker(play);
  const take = (stay_id: number) => {
    const index = world.stays.findIndex((stay) => stay.stay_id === stay_id);
    for (const stay of index < 0 ? [] : world.stays.splice(index, 1)) removed.set(stay_id, stay);
  };
  const putBack = (stay_id: number) => {
    const stay = removed.get(stay_id);
    if (stay) world.stays.push(stay);
  };
  return { ...program(play), ...codes(play, jobs), ...doors(play), ...data(play, jobs),
    get_today: async () => (play.scenario.clocks === "alike" ? { ...todayOf(world), clocks: [], same_clock: true } : todayOf(world)),
    record_stay: async ({ draft, instead_of }) => {
      const door = doorIn(world, draft.door_id);
      const { from, to, fault } = previewOf(draft, door);
      if (!from || !to) refuse(fault ?? fail("bad_stay", "A stay needs an arrival and a departure."));
      const stay = { stay_id: world.stays.length + 10, door_id: door.door_id, door: door.name, label: draft.label ?? door.name, stay_key: draft.stay_key, from, to, intent_id: null };
      const replaced = world.stays.filter((one) => one.stay_id === instead_of).map((one) => one.stay_id);
      for (const id of replaced) take(id);
      world.stays.push(stay);
      changed("stays");
      return { stay, is_new: true, replaced };
    },
    remove_stay: async ({ stay_id }) => {
      take(stay_id);
      changed("stays");
      return null;
    },
    restore_stay: async ({ stay_id }) => {
      putBack(stay_id);
      changed("stays");
      return null;
    },
    undo_stay: async ({ stay_id, replaced }) => {
      take(stay_id);
      replaced.forEach(putBack);
      changed("stays");
      return null;
    },
    list_stays: async () => [...world.stays],
    list_unrecorded: async () => [...world.unrecorded],
    put_unrecorded_away: async ({ marker }) => {
      world.unrecorded = world.unrecorded.filter((held) => held.code.marker !== marker);
      changed("unrecorded");
      return null;
    },
  };
}

const removed = new Map<number, World["stays"][number]>();

function program({ world, scenario, changed }: Play) {
  const put = (status: Partial<World["status"]>) => {
    world.status = { ...world.status, ...status };
    changed("status", "doors", "codes", "stays");
    return world.status;
  };
  return {
    get_status: async () => ({ ...world.status, needs_you: todayOf(world).needs_you.length }),
    get_settings: async () => world.settings,
    save_settings: async ({ settings }) => {
      if (settings.outbox_seconds > 0 && settings.outbox_seconds < 3) refuse(fail("usage", "The outbox lasts 3 to 30 seconds, or none."));
      world.settings = settings;
      changed("settings");
      return settings;
    },
    get_about: async () => ({
      version: "0.1.0", commit: "ab8c297", tables: "2026f (bundled); the system's: 2025b", sqlite: "3.54.1", webview: "WebKitGTK 2.50.6",
      data_folder: "/home/host/.local/share/org.latchbook.desktop", log_folder: "/home/host/.local/share/org.latchbook.desktop/logs",
      licences: Array.from({ length: 40 }, (_, n) => `crate-${n} 1.${n}.0 · MIT OR Apache-2.0`).join("\n"),
    }),
    copy_diagnostics: async () => null,
    get_update: async () => world.update,
    look_for_update: async () => {
      await wait(scenario.pace);
      if (!world.update.is_on) return world.update;
      world.update = { is_on: true, found: { version: "0.2.0", date: "2026-11-24", notes: ["Bookings come in by iCal.", "The calendar prints."] } };
      put({ update: "0.2.0" });
      return world.update;
    },
    install_update: async () => refuse(fail("busy", "A code is still being made. Install the new version when it is ready.")),
    open_folder: async () => null,
    start_demo: async () => put({ mode: "demo", workspace: "Simulated doors", is_sandbox: true }),
    leave_demo: async () => put({ mode: "none", workspace: null }),
    set_demo_clock: async ({ hours }) => put({ demo_hours: hours }),
    connect: async ({ key, keep }) => {
      await wait(scenario.pace * 2);
      if (!key.startsWith("seam_")) refuse(fail("bad_key", "A Seam key begins with “seam_”. Copy the whole key from the Seam console."));
      if (key.includes("wrong")) refuse(fail("key_rejected", "Seam does not know this key. Copy it again, or make a new one in the Seam console."));
      if (keep && scenario.keychain === "locked") refuse(fail("keychain", "The keychain is locked. Unlock it and try again, or keep the key for this session only."));
      if (keep && scenario.keychain === "unavailable") refuse(fail("keychain", "This computer has no keychain that answers. Keep the key for this session only."));
      put({ mode: "live", workspace: "Harbour Stays", is_sandbox: key.startsWith("seam_test"), key: keep ? "kept" : "session", key_ends: key.slice(-4) });
      return { workspace_id: "ws-1", workspace: "Harbour Stays", is_sandbox: key.startsWith("seam_test"), is_suspended: false, message: "The key works. Nothing was changed at Seam." };
    },
    disconnect: async () => {
      put({ mode: "none", key: "absent", key_ends: null, workspace: null });
      return { forgotten: true, message: "The key was removed from this computer. The record stays." };
    },
    get_keychain: async () => scenario.keychain,
  } satisfies Partial<Commands>;
}

function codes(play: Play, { work }: Jobs) {
  const { world, scenario, emit, changed } = play;
  const text = ({ intent_id, language }: { intent_id: number; language: string }) => messageFor(world, intent_id, language);
  return {
    preview_stay: async ({ draft }) => previewOf(draft, doorIn(world, draft.door_id)),
    issue_code: async ({ request }) => {
      const door = doorIn(world, request.draft.door_id);
      for (const [stage, message] of [["reading", "Reading the door's codes."], ["recorded", "The wish is recorded."], ["sending", "Asking Seam."], ["answered", "Seam answered."]] as const) {
        emit("stage", { door_id: door.door_id, intent_id: null, stage: { stage, message }, at: NOW });
        await wait(scenario.pace);
      }
      const issued = issueIn(world, request, door, scenario);
      changed("codes", "stays", "doors", "status", "unrecorded");
      return issued;
    },
    look: async () => {
      await work("look");
      const found = world.codes.filter((code) => code.state === "unknown");
      for (const code of found) Object.assign(code, { state: "set", message: "Found at Seam: the code is ready.", pin_masked: "••••••", access_code_id: `ac-${code.intent_id}` });
      changed("codes", "status");
      return { codes: found, unknown: 0, unread: [], message: `${found.length} found. Nothing is unknown any more.` };
    },
    confirm_probable: async ({ intent_id, access_code_id }) => {
      const code = Object.assign(codeIn(world, intent_id), { state: "set", message: "Ready: you can send the PIN.", pin_masked: "••••••", access_code_id, probable: [] });
      changed("codes", "doors", "status");
      return code;
    },
    list_codes: async ({ request }) => {
      if (request.at !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(request.at)) refuse(fail("bad_time", `“${request.at}” is not a time. Write it as 2026-12-03T16:00.`));
      return pageOf(world.codes, request);
    },
    get_code: async ({ intent_id }) => detailOf(world, codeIn(world, intent_id)),
    reveal_pin: async ({ intent_id }) => {
      if (world.settings.conceal) refuse(fail("usage", "PINs are concealed. Switch that off first."));
      if (codeIn(world, intent_id).pin_masked === null) refuse(fail("no_such_code", "There is no PIN yet."));
      return digitsOf(intent_id);
    },
    copy_pin: async () => null,
    list_outside_codes: async ({ door_id }) => world.outside.filter((code) => door_id === null || code.door_id === door_id),
    add_code_note: async ({ intent_id, text }) => noteIn(world.codeNotes, intent_id, text),
    get_guest_message: async (request) => text(request),
    copy_guest_message: async () => null,
    get_guest_card: async ({ intent_id, with_pin, with_label, language }) => {
      const code = codeIn(world, intent_id);
      const written = CARDS[language] ?? refuse(fail("usage", `There is no card in ${language}.`));
      if (with_pin && world.settings.conceal) refuse(fail("needs_yes", "PINs are concealed. Switch that off first."));
      const pin = with_pin ? (digitsOf(intent_id).match(/\d{3}/g) ?? []) : [];
      return { ...written, demo: world.status.mode === "demo" ? written.demo : null, door: code.door, label: with_label ? code.label : null, pin };
    },
    save_guest_card: async ({ intent_id }) => `/home/host/Documents/card-${intent_id}.pdf`,
    export_codes: async ({ format }) => {
      await work("export");
      return `/home/host/Documents/codes.${format}`;
    },
    get_ledger_sheet: async () => SHEET,
    compare_with_seam: async () => {
      await work("compare");
      const [one, two, three] = world.codes.filter((code) => code.state === "set");
      const foreign = world.outside[0];
      const doors = scenario.seam === "differs" && one && two && three && foreign ? [{ door_id: one.door_id, door: one.door, missing: [one], foreign: [foreign], different: [{ code: three, differs: [{ what: "ends", promised: three.exit, given: `${three.exit.slice(0, 10)}T11:00`, message: "Seam says that it ends at 11:00." }] }] }] : [];
      return { doors, compared_doors: world.doors.length, compared_codes: 118, unread: [], message: doors.length === 0 ? "The record and Seam say the same." : "3 differences at 1 door." };
    },
  } satisfies Partial<Commands>;
}

function doors(play: Play) {
  const { world, changed } = play;
  return {
    list_doors: async () => ({ doors: world.doors }),
    get_door: async ({ door_id }) => doorPageOf(world, doorIn(world, door_id)),
    get_calendar: async ({ request }) => calendarOf(request, world.doors, world.codes, world.stays),
    set_host_limit: async ({ door_id, limit }) => {
      const door = doorIn(world, door_id);
      Object.assign(door, { limit, limit_source: limit === null ? null : "host", left: limit === null ? null : limit - door.used });
      changed("doors");
      return doorPageOf(world, door);
    },
    say_if_same_lock: async ({ gone_id, door_id, is_same }) => {
      const door = doorIn(world, door_id);
      door.perhaps_same = door.perhaps_same.filter((pair) => pair.gone_id !== gone_id);
      if (is_same) doorIn(world, gone_id).known_as = door_id;
      changed("doors", "codes", "stays", "notes", "status");
      return doorPageOf(world, door);
    },
    put_code_away: async ({ door_id, access_code_id }) => {
      world.outside = world.outside.filter((code) => code.access_code_id !== access_code_id);
      changed("doors", "status");
      return doorPageOf(world, doorIn(world, door_id));
    },
    add_door_note: async ({ door_id, text }) => noteIn(world.doorNotes, door_id, text),
    get_readiness: async () => readinessOf(world),
    add_door_test: async ({ door_id, intent_id, worked, note }) => {
      const all = [{ intent_id, worked, note, at: NOW }, ...(world.tests.get(door_id) ?? [])];
      world.tests.set(door_id, all);
      changed("notes");
      return all;
    },
    export_readiness: async () => "/home/host/Documents/readiness.pdf",
  } satisfies Partial<Commands>;
}

function data(play: Play, { work, stop }: Jobs) {
  const { world, changed } = play;
  const size = { events: 2418, codes: world.codes.length };
  return {
    sync_now: async () => {
      await work("sync");
      world.status = { ...world.status, synced_minutes_ago: 0 };
      changed("status", "doors", "codes");
      return { doors: world.doors.length, new_doors: 0, gone_doors: [], unmanaged_doors: [], managed_again: [], codes: 118, slots_changed: [], lost_slots: [], found: 0, second_codes: 0, unread: [], mended: 0, skew_ms: 40, messages: [] };
    },
    cancel_job: async ({ job }) => {
      stop(job);
      return null;
    },
    verify_record: async () => {
      await work("verify");
      return { sound: true, ...size, problems: [], message: "The record is sound: every event follows from the one before." };
    },
    back_up: async () => {
      await work("back_up");
      return { path: "/home/host/Documents/latchbook-2026-11-23.db", ...size, message: "The backup was made and checked." };
    },
    restore_backup: async () => {
      await work("restore");
      changed("status", "doors", "codes", "stays");
      return { path: "/home/host/Documents/latchbook-2026-11-20.db", ...size, set_aside: "record-before-2026-11-23.db", message: "The backup was restored. The record from before was set aside." };
    },
  } satisfies Partial<Commands>;
}
