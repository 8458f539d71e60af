import { formatClock, formatDate, formatDay } from "$lib/time";

/**
 * A moment of the record in words. The record counts in UTC and marks it with `Z`; a time on a lock's clock has none.
 */
export function moment(text: string): string {
  return `${formatDate(text)}, ${formatClock(text)}${text.endsWith("Z") ? "\u00a0UTC" : ""}`;
}

/** `Thu 3 Dec 2026, 16:00`: a moment on the lock's clock, in any year. */
export function dated(civil: string): string {
  return `${formatDay(civil)} ${civil.slice(0, 4)}, ${formatClock(civil)}`;
}

/** Start and end; a line that is too narrow breaks between the two. */
export function between(from: string, to: string): string {
  const whole = (civil: string) => dated(civil).replaceAll(" ", "\u00a0");
  return `${whole(from)} → ${whole(to)}`;
}
