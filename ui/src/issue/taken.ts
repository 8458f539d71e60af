/** Half-days of a door that have a code or a stay, by date: guests leave before noon and arrive after it. */
import type { CalendarView } from "$lib/wire";

export interface Taken {
  /** Whose they are; an empty name belongs to a code made elsewhere. */
  by: Set<string>;
  morning: boolean;
  afternoon: boolean;
}

/** Without the stay `own`, which is the one being issued, and without codes that have no end. */
export function takenDays({ days, doors }: CalendarView, own: number | null): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  const bars = doors.flatMap((door) => door.bars).filter((bar) => bar.state !== "not_sent" && bar.state !== "refused" && bar.exit !== null && (own === null || bar.stay_id !== own));
  for (const bar of bars)
    for (let half = bar.from; half < bar.to; half += 1) {
      const date = days[Math.floor(half / 2)]?.date ?? "";
      const day = taken.get(date) ?? { by: new Set(), morning: false, afternoon: false };
      day[half % 2 === 0 ? "morning" : "afternoon"] = true;
      taken.set(date, { ...day, by: day.by.add(bar.label) });
    }
  return taken;
}
