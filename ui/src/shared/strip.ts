/** A bar of a calendar in words and as a link. */
import { href } from "$lib/route.svelte";
import { formatMoment } from "$lib/time";
import { word } from "$lib/words";
import type { BarView } from "$lib/wire";
import { STATUS, type Looks } from "./status";

export function looksOf(bar: BarView): Looks {
  return STATUS[bar.state ?? (bar.kind === "elsewhere" ? "elsewhere" : "planned")];
}

export function spanOf(bar: BarView): string {
  return bar.entry && bar.exit ? `${formatMoment(bar.entry)} → ${formatMoment(bar.exit)}` : "";
}

export function spoken(bar: BarView): string {
  return [bar.label, word(looksOf(bar).word), spanOf(bar)].filter(Boolean).join(", ");
}

/** `undefined`: it leads nowhere. */
export function targetOf(bar: BarView): string | undefined {
  if (bar.intent_id !== null) return href(["ledger", bar.intent_id]);
  return bar.stay_id !== null ? href(["issue"], { stay: bar.stay_id }) : undefined;
}
