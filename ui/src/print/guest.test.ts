import { expect, test } from "vitest";
import { endOf, grouped, SAYS } from "./guest";

test.each([
  ["en", "Thursday, 3 December 2026"], ["es", "jueves, 3 de diciembre de 2026"], ["fr", "jeudi 3 décembre 2026"],
  ["de", "Donnerstag, 3. Dezember 2026"], ["it", "giovedì 3 dicembre 2026"],
] as const)("a date in %s", (tongue, date) => {
  expect(endOf("2026-12-03T16:00", tongue, "24h"), "as the language writes it").toEqual({ date, time: "16:00", night: null });
});

test("twelve hours are never ambiguous, and only where they are usual", () => {
  const at = (time: string) => endOf(`2026-12-03T${time}`, "en", "12h").time.replaceAll("\u00a0", " ");
  expect(["00:00", "00:30", "12:00", "12:01", "16:00"].map(at), "noon and midnight have words").toEqual(["12:00 midnight", "12:30 AM", "12:00 noon", "12:01 PM", "4:00 PM"]);
  expect(endOf("2026-12-03T16:00", "fr", "12h").time, "French has no AM and PM").toBe("16:00");
});

test("midnight says which night it is", () => {
  expect(endOf("2026-12-04T00:00", "en", "24h").night, "nobody comes a day late").toBe("the night from Thursday to Friday");
  expect(endOf("2026-12-07T00:00", "en", "24h").night, "over the end of a week").toBe("the night from Sunday to Monday");
});

test("the first of a month", () => {
  expect(endOf("2027-03-01T10:00", "fr", "24h").date, "French").toBe("lundi 1er mars 2027");
  expect(endOf("2027-03-01T10:00", "it", "24h").date, "Italian").toBe("lunedì 1º marzo 2027");
});

test("digits stand in threes, and a code with other keys stays as it is", () => {
  expect(grouped("583201").replaceAll("\u2002", " "), "six").toBe("583 201");
  expect(grouped("5832").replaceAll("\u2002", " "), "four need no gap").toBe("5832");
  expect(grouped("2*583#"), "keys").toBe("2*583#");
});

test("every language has a name for each day and month", () => {
  for (const says of Object.values(SAYS)) {
    expect(says.weekdays.split(" "), says.code).toHaveLength(7);
    expect(says.months.split(" "), says.code).toHaveLength(12);
  }
});

test("what is no time is shown as it came", () => {
  expect(endOf("soon", "en", "24h"), "nothing is made up").toEqual({ time: "soon", date: "", night: null });
});
