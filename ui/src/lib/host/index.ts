/** The host that the page talks to: set once at the start, and by tests. */
import type { Host } from "./commands";

export type { Commands, Events, Host, MenuEvent, Stop } from "./commands";

export let host: Host;

export function setHost(next: Host): void {
  host = next;
}

/** Whether this page stands in the program's own window. */
export function inWindow(): boolean {
  return "__TAURI_INTERNALS__" in window;
}
