/** The core that the page asks: set once at the start, and by tests. */
import type { Commands, Events } from "../wire";

/** Stops listening. */
export type Stop = () => void;

/** The page's only way out. A command that fails rejects with a `CommandError`. */
export interface Core extends Commands {
  on<Name extends keyof Events>(name: Name, handle: (event: Events[Name]) => void): Stop;
}

export let core: Core;

export function setCore(next: Core): void {
  core = next;
}

/** Whether this page is in the program's own window. */
export function inWindow(): boolean {
  return "__TAURI_INTERNALS__" in window;
}
