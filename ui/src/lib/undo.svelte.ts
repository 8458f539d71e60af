/** Undoes changes made on this computer only. Nothing that Seam has received is ever here. */
import { t } from "./words";
import { tell, toast } from "./toasts.svelte";

interface Step {
  /** `null`: what was done and undone is seen without a word. */
  what: string | null;
  undo: () => Promise<unknown>;
}

const MOST = 50;
let steps: Step[] = [];

/** Keeps something local for the undo key. `what` is told once it is undone; `null`: the page shows it. */
export function remember(what: string | null, undo: () => Promise<unknown>): Step {
  const step = { what, undo };
  steps = [...steps, step].slice(-MOST);
  return step;
}

/** Reports that something local was done, offers to undo it, and keeps it for the undo key. */
export function undoable(what: string, undo: () => Promise<unknown>): void {
  const step = remember(what, undo);
  toast(what, { word: t("common.undo"), run: () => void take(step) });
}

async function take(step: Step): Promise<void> {
  if (!steps.includes(step)) return;
  steps = steps.filter((one) => one !== step);
  await tell(async () => {
    await step.undo();
    return step.what === null ? null : t("undo.done", { what: step.what });
  });
}

export async function undoLast(): Promise<void> {
  const step = steps.at(-1);
  if (step) await take(step);
  else toast(t("undo.nothing"));
}

export function forgetSteps(): void {
  steps = [];
}
