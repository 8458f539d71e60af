/** The ledger on paper: a plain table of the first codes. All of them are what the PDF is for. */
import { tick } from "svelte";
import { host } from "$lib/host";
import { tell } from "$lib/toasts.svelte";
import type { ClockView } from "$lib/wire/ClockView";
import type { CodeLinesView } from "$lib/wire/CodeLinesView";
import type { Wish } from "./rows.svelte";

/** Rows that are put on paper. */
export const MOST = 200;

interface Paper {
  page: CodeLinesView;
  printed: ClockView;
}

let kept = $state.raw<Paper | null>(null);

/** What is on paper. Reactive. */
export function paper(): Paper | null {
  return kept;
}

export function forgetPaper(): void {
  kept = null;
}

/** Reads what is wanted and hands it to the printer. */
export const printLedger = (wish: Wish): Promise<void> =>
  tell(async () => {
    const [page, today] = await Promise.all([host.list_codes({ request: { ...wish, after: null, skip: 0, limit: MOST } }), host.get_today()]);
    kept = { page, printed: today.yours };
    await tick();
    window.print();
    return null;
  });
