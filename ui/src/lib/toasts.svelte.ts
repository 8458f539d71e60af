/** Short messages that pass by themselves. Never for an error that needs the host. */

export interface Toast {
  id: number;
  text: string;
  /** A word and what it does, such as undoing. */
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

export function dismissToast(id: number): void {
  shown = shown.filter((one) => one.id !== id);
}
