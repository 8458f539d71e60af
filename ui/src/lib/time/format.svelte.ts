/** Civil times in words, in the host's language and clock style. Unreadable ones are shown unchanged. */
import type { CalendarDate } from "@internationalized/date";
import type { ClockStyle } from "../wire";
import { t, word, type Key } from "../words";
import { minutesOf, parseCivil, weekdayOf } from "./civil";

const DAY = 24 * 60;

let clock = $state<ClockStyle>("24h");

export function setClock(style: ClockStyle): void {
  clock = style;
}

const monthKey = (month: number, length: "short" | "long") => `month.${length}.${month}` as Key;

/** `1` is Monday. */
export function weekdayName(weekday: number, length: "narrow" | "short" | "long" = "short"): string {
  return word(`weekday.${length}.${weekday}` as Key);
}

/** `Dec` */
export function monthName(month: number): string {
  return word(monthKey(month, "short"));
}

function minutesInWords(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  if (clock === "24h") return `${String(hour).padStart(2, "0")}:${minute}`;
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${minute}`;
  if (minutes % (DAY / 2) === 0) return t(minutes === 0 ? "time.midnight" : "time.noon", { time });
  return t(hour < 12 ? "time.morning" : "time.afternoon", { time });
}

/** `16:00` or `2026-12-03T16:00` as `16:00` or `4:00 PM`; `12:00 noon`, `12:00 midnight`. */
export function formatClock(text: string): string {
  const minutes = parseCivil(text)?.minutes ?? minutesOf(text);
  return minutes === null ? text : minutesInWords(minutes % DAY);
}

function dayAndMonth(date: CalendarDate): string {
  return `${date.day}\u00a0${monthName(date.month)}`;
}

/** `3 Dec 2026` */
export function formatDate(text: string): string {
  const civil = parseCivil(text);
  return civil ? `${dayAndMonth(civil.date)}\u00a0${civil.date.year}` : text;
}

/** `Thu 3 Dec` */
export function formatDay(text: string): string {
  const civil = parseCivil(text);
  return civil ? `${weekdayName(weekdayOf(civil.date))} ${dayAndMonth(civil.date)}` : text;
}

/** `Thursday 3 December 2026` */
export function formatLong(text: string): string {
  const date = parseCivil(text)?.date;
  if (!date) return text;
  const [weekday, month] = [weekdayName(weekdayOf(date), "long"), word(monthKey(date.month, "long"))];
  return t("time.long", { weekday, day: String(date.day), month, year: String(date.year) });
}

/** `Thu 3 Dec 16:00`: a moment on the lock's clock. */
export function formatMoment(text: string): string {
  const civil = parseCivil(text);
  if (!civil) return text;
  return civil.minutes === null ? formatDay(text) : `${formatDay(text)}, ${minutesInWords(civil.minutes)}`;
}

/** `December 2026` */
export function formatMonth(year: number, month: number): string {
  const name = word(monthKey(month, "long"));
  return t("time.month", { month: name, year: String(year) });
}

/** `12–15 Dec 2026`, `30 Nov – 2 Dec 2026`, `30 Dec 2026 – 2 Jan 2027` */
export function formatSpan(from: string, to: string): string {
  const a = parseCivil(from)?.date;
  const b = parseCivil(to)?.date;
  if (!a || !b) return `${from} – ${to}`;
  if (a.year !== b.year) return `${formatDate(from)} – ${formatDate(to)}`;
  if (a.month !== b.month) return `${dayAndMonth(a)} – ${formatDate(to)}`;
  return a.day === b.day ? formatDate(to) : `${a.day}–${formatDate(to)}`;
}

/** `2 h 5 min` */
export function formatHours(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("time.minutes", { minutes: rest });
  return rest === 0 ? t("time.hours", { hours }) : t("time.hours_minutes", { hours, minutes: rest });
}
