/** The core that the page asks: set once at the start, and by tests. */
import type { Core } from "./commands";

export type { Commands, Events, Core, MenuEvent, Stop } from "./commands";

export let core: Core;

export function setCore(next: Core): void {
  core = next;
}

/** Whether this page stands in the program's own window. */
export function inWindow(): boolean {
  return "__TAURI_INTERNALS__" in window;
}
