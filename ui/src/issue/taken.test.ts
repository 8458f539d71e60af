import { expect, test } from "vitest";
import type { BarView, CalendarView } from "$lib/wire";
import { takenDays } from "./taken";

const bar = (part: Partial<BarView>) => ({ state: "set", stay_id: null, label: "Lee", exit: "2026-12-03T10:00", from: 0, to: 0, ...part }) as BarView;
const calendar = (...bars: BarView[]) =>
  ({ days: ["01", "02", "03"].map((day) => ({ date: `2026-12-${day}` })), doors: [{ bars }] }) as CalendarView;

test("a day on which one guest leaves and another arrives is taken by both, half by half", () => {
  const taken = takenDays(calendar(bar({ from: 1, to: 3 }), bar({ from: 3, to: 6, label: "Smith" })), null);
  expect(taken.get("2026-12-01"), "arrival takes the afternoon").toMatchObject({ morning: false, afternoon: true });
  expect([...(taken.get("2026-12-02")?.by ?? [])], "both are named").toEqual(["Lee", "Smith"]);
  expect(taken.get("2026-12-03"), "and the rest is one guest's").toMatchObject({ morning: true, afternoon: true });
});

test("neither the stay itself nor an attempt without a code, nor a code without an end takes a day", () => {
  const bars = [bar({ stay_id: 7, state: null, to: 6 }), bar({ state: "refused", to: 6 }), bar({ state: "not_sent", to: 6 }), bar({ exit: null, to: 6 })];
  expect(takenDays(calendar(...bars), 7).size, "all days are free").toBe(0);
});
