/** Undoes changes made on this computer only. Nothing that Seam has received is ever here. */
import { t } from "./words";
import { tell, toast } from "./toasts.svelte";

interface Step {
  what: string;
  undo: () => Promise<unknown>;
}

const MOST = 50;
let steps: Step[] = [];

/** Reports that something local was done, offers to undo it, and keeps it for the undo key. */
export function undoable(what: string, undo: () => Promise<unknown>): void {
  const step = remember(what, undo);
  toast(what, { word: t("common.undo"), run: () => void take(step) });
}

/** Keeps something that the page shows at once for the undo key. */
export function remember(what: string, undo: () => Promise<unknown>): Step {
  const step = { what, undo };
  steps = [...steps, step].slice(-MOST);
  return step;
}

async function take(step: Step): Promise<void> {
  if (!steps.includes(step)) return;
  steps = steps.filter((one) => one !== step);
  await tell(async () => {
    await step.undo();
    return t("undo.done", { what: step.what });
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
