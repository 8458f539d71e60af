/**
 * Civil times such as `2026-12-03T16:00`, taken apart. They are a wall clock's times, without a zone; nothing is
 * converted.
 */
import { CalendarDate } from "@internationalized/date";

export interface Civil {
  date: CalendarDate;
  /** Minutes after midnight; `null` for a date alone. */
  minutes: number | null;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/;

/** `null` for anything that is not a civil date or time. */
export function parseCivil(text: string): Civil | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute] = parts;
  const date = new CalendarDate(Number(year), Number(month), Number(day));
  return { date, minutes: hour === undefined ? null : Number(hour) * 60 + Number(minute) };
}

/** A civil time some hours later, if no clock is changed meanwhile. */
export function hoursLater(text: string, hours: number): string {
  const civil = parseCivil(text);
  if (civil === null || civil.minutes === null) return text;
  const minutes = civil.minutes + hours * 60;
  const date = civil.date.add({ days: Math.floor(minutes / (24 * 60)) });
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.toString()}T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** 1 is Monday. */
export function weekdayOf(date: CalendarDate): number {
  return (date.calendar.toJulianDay(date) % 7) + 1;
}

export function minutesOf(clock: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})/.exec(clock);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

interface WeekInfo {
  firstDay: number;
}

/**
 * The first day of the week: 1 is Monday, 7 Sunday. By this computer's region if it speaks the page's language, else as
 * that language is used to. English is spoken with every region.
 */
export function firstWeekday(page = "en", computer: string = navigator.language): number {
  try {
    const locale = new Intl.Locale(page === "en" || computer.split("-")[0] === page ? computer : page) as Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  } catch {
    // WebKitGTK under the locale `C` reports the language “c”, which is invalid.
    return 1;
  }
}

/** `Los Angeles` for `America/Los_Angeles`. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
