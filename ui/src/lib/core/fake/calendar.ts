/** Days and bars of the calendar, on half-day edges. */
import { parseDate } from "@internationalized/date";
import type { BarView, CalendarRequest, CalendarView, CodeView, DoorView, PlannedStayView } from "../../wire";
import { daysBetween, minutesAt, plusDays, TODAY } from "./civil";
import { isUnsent } from "./codes";

const half = (first: string, civil: string) => daysBetween(first, civil) * 2 + (minutesAt(civil) >= 720 ? 1 : 0);

type Bare = Omit<BarView, "from" | "to" | "lane" | "begins_before" | "ends_after">;

function lay(bars: (Bare & { a: number; b: number })[], halves: number): { bars: BarView[]; lanes: number } {
  const free: number[] = [];
  const laid = bars
    .filter(({ a, b }) => b > 0 && a < halves)
    .sort((x, y) => x.a - y.a)
    .map(({ a, b, ...bar }) => {
      let lane = free.findIndex((end) => end <= a);
      if (lane < 0) lane = free.length;
      free[lane] = b;
      return { ...bar, lane, from: Math.max(0, a), to: Math.min(halves, b), begins_before: a < 0, ends_after: b > halves };
    });
  return { bars: laid, lanes: Math.max(1, free.length) };
}

export function calendarOf(request: CalendarRequest, doors: DoorView[], codes: CodeView[], stays: PlannedStayView[]): CalendarView {
  const first = plusDays(request.from ?? TODAY, request.step);
  const days = Array.from({ length: Math.min(93, request.days) }, (_, day) => {
    const date = plusDays(first, day);
    const parsed = parseDate(date);
    return { date, weekday: (parsed.calendar.toJulianDay(parsed) % 7) + 1, is_today: date === TODAY };
  });
  const rows = doors.filter((door) => request.door_id === null || door.door_id === request.door_id).map((door) => {
    const made = codes.filter((code) => code.door_id === door.door_id && !isUnsent(code.state)).map((code) => ({
      kind: "code" as const, state: code.state, intent_id: code.intent_id, stay_id: null, label: code.label, slot_name: code.slot_name,
      entry: code.entry, exit: code.exit, a: half(first, code.entry), b: half(first, code.exit),
    }));
    const planned = stays.filter((stay) => stay.door_id === door.door_id && stay.intent_id === null).map((stay) => ({
      kind: "planned" as const, state: null, intent_id: null, stay_id: stay.stay_id, label: stay.label, slot_name: null,
      entry: stay.from, exit: stay.to, a: half(first, stay.from), b: half(first, stay.to),
    }));
    return { door_id: door.door_id, door: door.name, ...lay([...made, ...planned], days.length * 2) };
  });
  return { days, doors: rows };
}
