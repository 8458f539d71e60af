import { beforeEach, expect, test } from "vitest";
import { setLanguage } from "../words";
import { firstWeekday, formatClock, formatDay, formatHours, formatMoment, formatMonth, formatSpan, setClock } from ".";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

beforeEach(async () => {
  setClock("24h");
  await setLanguage("en");
});

test.each([
  ["2026-12-03T16:00", "Thu 3 Dec, 16:00"],
  ["2026-12-03T16:00:00-08:00", "Thu 3 Dec, 16:00"],
  ["2028-02-29", "Tue 29 Feb"],
  ["soon", "soon"],
])("%s is shown as %s", (given, shown) => {
  expect(plain(formatMoment(given)), "the civil time as it stands, with no zone").toBe(shown);
});

test("the 12-hour clock has a noon and a midnight", () => {
  setClock("12h");
  expect(["00:00", "09:05", "12:00", "16:30"].map(formatClock).map(plain), "hours of the day").toEqual(["12:00 midnight", "9:05 AM", "12:00 noon", "4:30 PM"]);
});

test.each([
  ["2026-12-12", "2026-12-15", "12–15 Dec 2026"],
  ["2026-11-30", "2026-12-02", "30 Nov – 2 Dec 2026"],
  ["2026-12-30", "2027-01-02", "30 Dec 2026 – 2 Jan 2027"],
  ["2026-12-12", "2026-12-12", "12 Dec 2026"],
])("from %s to %s is %s", (from, to, shown) => {
  expect(plain(formatSpan(from, to)), "nothing is said twice").toBe(shown);
});

test("Spanish has its own names", async () => {
  await setLanguage("es");
  expect(plain(formatDay("2026-12-03")), "weekday and month").toBe("jue 3 dic");
  expect(formatMonth(2026, 12), "month and year").toBe("diciembre de 2026");
});

test("durations are said in the largest units", () => {
  expect([5, 60, 95].map((n) => formatHours(n)), "minutes and hours").toEqual(["5 min", "1 h", "1 h 35 min"]);
});

test("a computer that is set to no language begins its weeks on Monday", () => {
  expect(firstWeekday("en", "c"), "no page may fail for it").toBe(1);
});

test("the week begins as the page's readers expect", () => {
  expect(firstWeekday("en", "en-US"), "by the computer's region").toBe(7);
  expect(firstWeekday("en", "es-ES"), "English has no region of its own").toBe(1);
  expect(firstWeekday("es", "en-US"), "Spanish weeks do not begin on Sunday").toBe(1);
  expect(firstWeekday("es", "es-MX"), "unless the region's do").toBe(7);
});
