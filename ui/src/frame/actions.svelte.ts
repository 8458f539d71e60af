/** Actions available from anywhere: by key, by menu, from the palette. */
import { takeOffer } from "$lib/offers";
import { go } from "$lib/route.svelte";
import { changeSettings, settings } from "$lib/settings.svelte";
import { sync } from "$lib/status.svelte";
import { tell, toast } from "$lib/toasts.svelte";
import { undoLast } from "$lib/undo.svelte";
import { isTyping } from "$lib/typing";
import { t } from "$lib/words";
import { zoomedIn, zoomedOut } from "$lib/zoom";

export const panels = $state({ palette: false, shortcuts: false });

/** A failure is shown in the frame; a success in a toast. */
export async function syncAndSay(): Promise<void> {
  const done = await sync();
  if (!done) return;
  toast(t("frame.sync_done", { count: done.doors, codes: t("frame.codes", { count: done.codes }) }));
  for (const message of done.messages.slice(0, 2)) toast(message);
}

export async function toggleConceal(): Promise<void> {
  const conceal = !settings().conceal;
  await tell(async () => {
    await changeSettings({ conceal });
    return t(conceal ? "conceal.on" : "conceal.off");
  });
}

async function zoomTo(zoom: number): Promise<void> {
  if (zoom === settings().zoom) return;
  await tell(async () => {
    await changeSettings({ zoom });
    return null;
  });
}

/** In a field, the browser's own undo. */
function undo(): void {
  if (isTyping(document.activeElement)) document.execCommand("undo");
  else void undoLast();
}

const RUN: Record<string, () => void> = {
  issue: () => go(["issue"]),
  palette: () => (panels.palette = true),
  shortcuts: () => (panels.shortcuts = true),
  settings: () => go(["settings"]),
  about: () => go(["settings", "about"]),
  search: () => go(["ledger"], { search: "1" }),
  print: () => toast(t("frame.print_first")),
  sync: () => void syncAndSay(),
  conceal: () => void toggleConceal(),
  undo,
  "zoom-in": () => void zoomTo(zoomedIn(settings().zoom)),
  "zoom-out": () => void zoomTo(zoomedOut(settings().zoom)),
  "zoom-reset": () => void zoomTo(100),
};

/** The pages behind the number keys, in the order of the native menu. */
const PAGES = ["today", "issue", "doors", "ledger", "readiness", "settings"];

type Source = "key" | "menu" | "palette";

const AGAIN = 300;
let before = { what: "", source: "key" as Source, at: -AGAIN };

/** Some systems send one press to both the native menu and the page: the second one is dropped. */
function toldTwice(what: string, source: Source): boolean {
  const now = performance.now();
  const twice = before.what === what && before.source !== source && now - before.at < AGAIN;
  before = { what: twice ? "" : what, source, at: now };
  return twice;
}

/** Runs an action by its name: the menu's names, and `page-1` to `page-6`. The shown page comes first. */
export function run(what: string, source: Source = "palette"): void {
  if (toldTwice(what, source) || takeOffer(what)) return;
  const page = PAGES[Number(/^page-(\d)$/.exec(what)?.[1]) - 1];
  if (page) go([page]);
  else RUN[what]?.();
}
