import { formatDate, formatClock } from "$lib/time";

/** A moment of the record in words. The record counts in UTC, and says so; a time on a lock's clock has no `Z`. */
export function moment(text: string): string {
  return `${formatDate(text)}, ${formatClock(text)}${text.endsWith("Z") ? "\u00a0UTC" : ""}`;
}
