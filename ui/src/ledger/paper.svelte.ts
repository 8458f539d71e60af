/** The ledger on paper: the first codes. The PDF has all of them. */
import { tick } from "svelte";
import { core } from "$lib/core";
import { tell } from "$lib/toasts.svelte";
import type { LedgerSheetView } from "$lib/wire";
import type { Wish } from "./rows.svelte";

/** The number of rows printed. */
export const MOST = 200;

let kept = $state.raw<LedgerSheetView | null>(null);

/** The printed contents. Reactive. */
export function paper(): LedgerSheetView | null {
  return kept;
}

export function forgetPaper(): void {
  kept = null;
}

/** Reads the requested codes and passes them to the printer. */
export const printLedger = (wish: Wish): Promise<void> =>
  tell(async () => {
    kept = await core.get_ledger_sheet({ request: { ...wish, after: null, skip: 0, limit: MOST } });
    await tick();
    window.print();
    return null;
  });
