/** The commands of the real core, over Tauri. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { toCommandError } from "../errors/command-error";
import type { Commands, Events, Core, Stop } from "./commands";
import { First } from "./first";

const NAMES: Record<keyof Commands, true> = {
  get_status: true,
  get_settings: true,
  save_settings: true,
  get_about: true,
  copy_diagnostics: true,
  open_folder: true,
  get_update: true,
  look_for_update: true,
  install_update: true,
  start_demo: true,
  leave_demo: true,
  set_demo_clock: true,
  connect: true,
  disconnect: true,
  get_keychain: true,
  get_today: true,
  preview_stay: true,
  issue_code: true,
  look: true,
  confirm_probable: true,
  record_stay: true,
  remove_stay: true,
  restore_stay: true,
  undo_stay: true,
  list_stays: true,
  list_unrecorded: true,
  put_unrecorded_away: true,
  list_codes: true,
  get_code: true,
  reveal_pin: true,
  copy_pin: true,
  list_outside_codes: true,
  add_code_note: true,
  get_guest_message: true,
  copy_guest_message: true,
  get_guest_card: true,
  save_guest_card: true,
  export_codes: true,
  get_ledger_sheet: true,
  compare_with_seam: true,
  list_doors: true,
  get_door: true,
  get_calendar: true,
  set_host_limit: true,
  add_door_note: true,
  say_if_same_lock: true,
  put_code_away: true,
  get_readiness: true,
  add_door_test: true,
  export_readiness: true,
  sync_now: true,
  cancel_job: true,
  verify_record: true,
  back_up: true,
  restore_backup: true,
};

type Handle = (event: never) => void;

async function ask(name: string, request: Record<string, unknown> = {}): Promise<unknown> {
  try {
    return await invoke(name, request);
  } catch (caught) {
    throw toCommandError(caught);
  }
}

export function tauriCore(): Core {
  const first = new First(document);
  const heard = new Map<keyof Events, Set<Handle>>();

  async function call(name: string, request?: Record<string, unknown>): Promise<unknown> {
    const came = first.take(name);
    if (came) return came.answer;
    await first.shown;
    return ask(name, request);
  }

  /** Of each kind of event the shell is asked once, however many parts of the page listen. */
  function listeners(name: keyof Events): Set<Handle> {
    const known = heard.get(name);
    if (known) return known;
    const handles = new Set<Handle>();
    heard.set(name, handles);
    const tell = (payload: never) => handles.forEach((handle) => {
      try {
        handle(payload);
      } catch (caught) {
        // The others are told all the same.
        reportError(caught);
      }
    });
    first.shown.then(() => listen<never>(name, (event) => tell(event.payload))).catch((caught: unknown) => {
      heard.delete(name);
      throw caught;
    });
    return handles;
  }

  function on<Name extends keyof Events>(name: Name, handle: (event: Events[Name]) => void): Stop {
    const handles = listeners(name);
    // The same function may be given twice.
    const mine: Handle = (event) => handle(event);
    handles.add(mine);
    return () => void handles.delete(mine);
  }

  const commands = Object.keys(NAMES).map((name) => [
    name,
    (request?: Record<string, unknown>) => call(name, request),
  ]);
  return { ...(Object.fromEntries(commands) as Commands), on };
}
