/** The keys of each action. All have a modifier: single letters stay free for typing. */
import { createKeybindingsHandler } from "tinykeys";
import { isTyping } from "$lib/typing";
import type { Key } from "$lib/words";
import { run } from "./actions.svelte";

export const SHORTCUTS: readonly { keys: string; what: string; label: Key }[] = [
  { keys: "$mod+N", what: "issue", label: "shortcuts.issue" },
  { keys: "$mod+K", what: "palette", label: "shortcuts.palette" },
  { keys: "$mod+F", what: "search", label: "shortcuts.search" },
  { keys: "$mod+R", what: "sync", label: "shortcuts.sync" },
  { keys: "$mod+Shift+H", what: "conceal", label: "shortcuts.conceal" },
  { keys: "$mod+P", what: "print", label: "shortcuts.print" },
  { keys: "$mod+Z", what: "undo", label: "shortcuts.undo" },
  { keys: "$mod+,", what: "settings", label: "shortcuts.settings" },
  { keys: "$mod++", what: "zoom-in", label: "shortcuts.zoom_in" },
  { keys: "$mod+-", what: "zoom-out", label: "shortcuts.zoom_out" },
  { keys: "$mod+0", what: "zoom-reset", label: "shortcuts.zoom_reset" },
];

/** If + and = share a key, + is typed with Shift, which people do not press here. */
const ZOOM_IN = ["$mod+=", "$mod+Shift++"];

const dialogOpen = () => document.querySelector("dialog[open]") !== null;

function press(what: string, event: KeyboardEvent): void {
  const undoesText = what === "undo" && isTyping(event.target);
  if (dialogOpen() && !undoesText) return;
  event.preventDefault();
  run(what, "key");
}

/** Listens on the window. Returns a function that stops it. */
export function listenForKeys(): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const { keys, what } of SHORTCUTS) bindings[keys] = (event) => press(what, event);
  for (const keys of ZOOM_IN) bindings[keys] = (event) => press("zoom-in", event);
  for (const number of [1, 2, 3, 4, 5, 6]) bindings[`$mod+${number}`] = (event) => press(`page-${number}`, event);
  bindings["$mod+/"] = (event) => press("shortcuts", event);
  bindings["Shift+?"] = (event) => {
    if (!isTyping(event.target)) press("shortcuts", event);
  };
  // They also work while typing: none is a bare letter.
  const handle = createKeybindingsHandler(bindings, { ignore: (event) => event.repeat || event.isComposing });
  window.addEventListener("keydown", handle);
  return () => window.removeEventListener("keydown", handle);
}
