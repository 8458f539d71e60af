/** What can be asked for from anywhere: by key, by menu, from the palette. */
import { toCommandError } from "$lib/errors";
import { go, route } from "$lib/route.svelte";
import { changeSettings, settings } from "$lib/settings.svelte";
import { sync } from "$lib/status.svelte";
import { toast } from "$lib/toasts.svelte";
import { undoLast } from "$lib/undo.svelte";
import { t } from "$lib/words";
import { NAVIGATION } from "./pages";

export const panels = $state({ palette: false, shortcuts: false });

export function openPage(number: number): void {
  const entry = NAVIGATION[number - 1];
  if (entry) go([entry.page]);
}

/** `null` where there is nothing to say: a failure stands in the frame. */
export async function syncAndSay(): Promise<void> {
  const done = await sync();
  if (!done) return;
  toast(t("frame.sync_done", { count: done.doors, codes: t("frame.codes", { count: done.codes }) }));
  for (const message of done.messages.slice(0, 2)) toast(message);
}

export async function toggleConceal(): Promise<void> {
  const conceal = !settings().conceal;
  try {
    await changeSettings({ conceal });
    toast(t(conceal ? "conceal.on" : "conceal.off"));
  } catch (caught) {
    toast(toCommandError(caught).message);
  }
}

/** The ledger takes the focus to its search when it is opened so. */
const search = () => go(["ledger"], { search: "1" });

/** The page that shows a code prints it; elsewhere there is nothing to print. */
function print(): void {
  const code = route().query.get("code") ?? (route().page === "ledger" ? route().rest[0] : undefined);
  if (code !== undefined) go(["print", code]);
}

const RUN: Record<string, () => void> = {
  issue: () => go(["issue"]),
  palette: () => (panels.palette = true),
  shortcuts: () => (panels.shortcuts = true),
  settings: () => go(["settings"]),
  search,
  print,
  sync: () => void syncAndSay(),
  conceal: () => void toggleConceal(),
  undo: () => void undoLast(),
};

/** Runs an action by its name; the menu's names are these, and `page-1` to `page-6`. */
export function run(what: string): void {
  const page = /^page-(\d)$/.exec(what);
  if (page) openPage(Number(page[1]));
  else RUN[what]?.();
}
