/** Short messages that disappear by themselves. Never for an error that needs the host. */
import { toCommandError } from "./errors";

export interface Toast {
  id: number;
  text: string;
  /** A label and its action, such as undo. */
  action: { word: string; run: () => void } | null;
}

const MOST = 3;
let last = 0;
let shown = $state.raw<Toast[]>([]);

export function toasts(): Toast[] {
  return shown;
}

export function toast(text: string, action: Toast["action"] = null): void {
  shown = [...shown, { id: ++last, text, action }].slice(-MOST);
}

/** Runs a task and shows its result, or why it failed. `null`: show nothing. */
export async function tell(work: () => Promise<string | null>): Promise<void> {
  try {
    const said = await work();
    if (said !== null) toast(said);
  } catch (caught) {
    toast(toCommandError(caught).message);
  }
}

export function dismissToast(id: number): void {
  shown = shown.filter((one) => one.id !== id);
}
