/** Civil times of the fake's own small world. The program's are made in Rust. */
import { parseDate } from "@internationalized/date";

/** The fake's present, on every clock that it shows as the lock's in Vancouver. */
export const TODAY = "2026-11-23";
export const NOW = `${TODAY}T17:02`;

export function plusDays(date: string, days: number): string {
  return parseDate(date.slice(0, 10)).add({ days }).toString();
}

export function daysBetween(from: string, to: string): number {
  const [a, b] = [parseDate(from.slice(0, 10)), parseDate(to.slice(0, 10))];
  return b.calendar.toJulianDay(b) - a.calendar.toJulianDay(a);
}

export function minutesAt(civil: string): number {
  return Number(civil.slice(11, 13)) * 60 + Number(civil.slice(14, 16));
}

/** Whole minutes from `a` to `b` on the wall clock. */
export function minutesBetween(a: string, b: string): number {
  return daysBetween(a, b) * 1440 + minutesAt(b) - minutesAt(a);
}

/** `1545`, `15:45` and `3:45 pm` as `15:45`; `null` for what is none of them. */
export function readTime(text: string): string | null {
  const parts = /^(\d{1,2}):?(\d{2})?\s*(am|pm)?$/i.exec(text.trim());
  if (!parts) return null;
  let hour = Number(parts[1]);
  const minute = Number(parts[2] ?? "0");
  if (parts[3]) hour = (hour % 12) + (parts[3].toLowerCase() === "pm" ? 12 : 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
