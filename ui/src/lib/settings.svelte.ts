/** The host's settings: applied to the page immediately, saved by the core. */
import { core } from "./core";
import { setClock } from "./time";
import { setLanguage } from "./words";
import type { SettingsView, Theme } from "./wire";

let kept = $state.raw<SettingsView | null>(null);
let newest = 0;
/** The last save: two at the same time could be stored in either order. */
let saving: Promise<unknown> = Promise.resolve();

/** The settings. Reactive. They are there before the first page is shown. */
export function settings(): SettingsView {
  if (kept === null) throw new Error("settings are read before the page starts");
  return kept;
}

/** Reads them from the core and applies them. */
export async function readSettings(): Promise<void> {
  const mine = ++newest;
  const read = await core.get_settings();
  if (mine === newest) await apply(read);
}

/** Shows the change immediately and saves it; if saving fails, the previous value returns. */
export async function changeSettings(change: Partial<SettingsView>): Promise<void> {
  const before = settings();
  const mine = ++newest;
  await apply({ ...before, ...change });
  try {
    const saved = save({ ...before, ...change }, saving);
    saving = saved;
    const answer = await saved;
    if (mine === newest) await apply(answer);
  } catch (caught) {
    if (mine === newest) await apply(before);
    throw caught;
  }
}

async function save(settings: SettingsView, last: Promise<unknown>): Promise<SettingsView> {
  await last.catch(() => undefined);
  return core.save_settings({ settings });
}

async function apply(next: SettingsView): Promise<void> {
  kept = next;
  setClock(next.clock);
  applyLook(next);
  await setLanguage(next.language);
}

function applyLook(next: SettingsView): void {
  if (typeof document === "undefined") return;
  const root = document.documentElement;
  root.dataset["theme"] = themeOf(next.theme);
  root.dataset["density"] = next.density;
}

function themeOf(theme: Theme): "light" | "dark" {
  if (theme !== "system") return theme;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Follows the computer between light and dark. Returns a function that stops it. */
export function followTheme(): () => void {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const again = () => kept && applyLook(kept);
  query.addEventListener("change", again);
  return () => query.removeEventListener("change", again);
}
