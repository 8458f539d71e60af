/** A first and a last day being chosen: the months shown, the focus, and the half-made choice. */
import { CalendarDate, parseDate } from "@internationalized/date";
import { weekdayOf } from "$lib/time";

/** A date at its place in the week; `null` if the place belongs to another month. */
export type Week = (string | null)[];

/** The weeks of a month, each from `firstWeekday` (1 is Monday) on. */
export function weeksOf(year: number, month: number, firstWeekday: number): Week[] {
  const first = new CalendarDate(year, month, 1);
  const length = first.calendar.getDaysInMonth(first);
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const days = Array.from({ length }, (_, day) => first.add({ days: day }).toString());
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
}

/** Where a key leads from a day; `null` for a key that leads nowhere. */
export function leads(key: string, shift: boolean, from: string, firstWeekday: number): string | null {
  const date = parseDate(from);
  const back = (weekdayOf(date) - firstWeekday + 7) % 7;
  const far = shift ? { years: 1 } : { months: 1 };
  switch (key) {
    case "ArrowLeft":
      return date.subtract({ days: 1 }).toString();
    case "ArrowRight":
      return date.add({ days: 1 }).toString();
    case "ArrowUp":
      return date.subtract({ weeks: 1 }).toString();
    case "ArrowDown":
      return date.add({ weeks: 1 }).toString();
    case "Home":
      return date.subtract({ days: back }).toString();
    case "End":
      return date.add({ days: 6 - back }).toString();
    case "PageUp":
      return date.subtract(far).toString();
    case "PageDown":
      return date.add(far).toString();
    default:
      return null;
  }
}

const dayIn = (text: string) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : "");

export class Range {
  /** The first day, chosen without its last. */
  half = $state<string | null>(null);
  /** The active day, from which keys move. */
  at: string;
  /** The first of the months that are shown, as its first day. */
  month: string;

  /** The last choice made here, and the month shown then: the pages do not turn back to its first day. */
  #own: { from: string; month: string } | null = null;

  #given: () => { from: string; to: string; today: string };
  #done: (from: string, to: string) => void;

  constructor(given: () => { from: string; to: string; today: string }, done: (from: string, to: string) => void) {
    this.#given = given;
    this.#done = done;
    // Kept from the beginning: a day that is over, or a door in another zone, turns no pages under the pointer.
    const today = dayIn(given().today);
    const first = $derived(dayIn(given().from));
    this.at = $derived(first || today);
    this.month = $derived(first === this.#own?.from ? this.#own.month : `${this.at.slice(0, 7)}-01`);
  }

  get from(): string {
    return this.half ?? dayIn(this.#given().from);
  }

  /** The last day; during a choice, the day under the keys or the pointer. */
  get to(): string {
    if (this.half === null) return dayIn(this.#given().to);
    return this.at > this.half ? this.at : this.half;
  }

  /** The months that are shown, `count` of them. */
  months(count: number): { year: number; month: number }[] {
    return Array.from({ length: count }, (_, index) => {
      const { year, month } = parseDate(this.month).add({ months: index });
      return { year, month };
    });
  }

  turn(months: number): void {
    this.month = parseDate(this.month).add({ months }).toString();
  }

  /** Moves to a day; turns the pages only if none shows it. */
  move(to: string, shown: number): void {
    const last = parseDate(this.month).add({ months: shown }).toString();
    const month = this.month;
    this.at = to;
    this.month = to < month || to >= last ? `${to.slice(0, 7)}-01` : month;
  }

  /** The first choice begins, a later day ends; an earlier one begins again. */
  choose(day: string): void {
    const month = this.month;
    const first = this.half;
    this.at = day;
    this.half = first === null || day <= first ? day : null;
    if (first !== null && this.half === null) {
      this.#own = { from: first, month };
      this.#done(first, day);
    }
    this.month = month;
  }

  cancel(): void {
    this.half = null;
  }
}
