/** Changes of settings: saved immediately, undone by one press, rejected at their field. */
import { toCommandError } from "$lib/errors";
import { changeSettings, settings } from "$lib/settings.svelte";
import { remember, undoable } from "$lib/undo.svelte";
import { t } from "$lib/words";
import type { CommandError, SettingsView } from "$lib/wire";

type Name = keyof SettingsView;
type Patch = Partial<SettingsView>;

/** Their effect is seen at once, so that no message is needed. */
const SEEN: ReadonlySet<Name> = new Set(["theme", "density", "zoom", "language", "clock"]);

let refused = $state.raw<Partial<Record<Name, CommandError>>>({});

/** Why the last change of a setting was refused. Reactive. */
export function refusal(name: Name): CommandError | null {
  return refused[name] ?? null;
}

function patchOf<One extends Name>(name: One, value: SettingsView[One]): Patch {
  return { [name]: value };
}

/** Changes one setting; `what` names it in the message. Returns whether it was saved. */
export async function change<One extends Name>(name: One, value: SettingsView[One], what: string): Promise<boolean> {
  const before = settings()[name];
  if (JSON.stringify(before) === JSON.stringify(value)) return true;
  refused = { ...refused, [name]: undefined };
  try {
    await changeSettings(patchOf(name, value));
  } catch (caught) {
    refused = { ...refused, [name]: toCommandError(caught) };
    return false;
  }
  const undo = () => changeSettings(patchOf(name, before));
  if (SEEN.has(name)) remember(null, undo);
  else undoable(t("settings.saved", { what }), undo);
  return true;
}

export function forgetRefusals(): void {
  refused = {};
}
