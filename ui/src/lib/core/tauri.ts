/** The commands of the real core, over Tauri. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { toCommandError } from "../errors/command-error";
import { COMMANDS, type Commands, type Events } from "../wire";
import type { Core, Stop } from ".";
import { First } from "./first";

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

  /** Subscribes to each kind of event once at the shell, for any number of listeners in the page. */
  function listeners(name: keyof Events): Set<Handle> {
    const known = heard.get(name);
    if (known) return known;
    const handles = new Set<Handle>();
    heard.set(name, handles);
    const tell = (payload: never) => handles.forEach((handle) => {
      try {
        handle(payload);
      } catch (caught) {
        // The other listeners still receive the event.
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
    // The same function may be added twice.
    const mine: Handle = (event) => handle(event);
    handles.add(mine);
    return () => void handles.delete(mine);
  }

  const commands = COMMANDS.map((name) => [
    name,
    (request?: Record<string, unknown>) => call(name, request),
  ]);
  return { ...(Object.fromEntries(commands) as Commands), on };
}
