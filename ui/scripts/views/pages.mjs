/** Today, issuing, the doors and readiness. `act` receives Playwright's page. */
export const VIEWS = [
  { name: "today", route: "today" },
  { name: "today_here", query: "clocks=alike", route: "today" },
  { name: "issue", route: "issue" },
  { name: "issue-filled", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true },
  { name: "issue-noslot", route: "issue?door=door-1&from=2026-12-12T06:00&to=2026-12-15T22:00", whole: true },
  { name: "issue-code", query: "issue=set", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: issueIt },
  { name: "issue-unknown", query: "issue=unknown", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: issueIt },
  { name: "issue-half-typed", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: (page) => page.getByLabel("Check-in").fill("99") },
  { name: "issue-kept", route: "issue?stay=2", whole: true },
  { name: "issue-outbox", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: press },
  { name: "doors", route: "doors" },
  { name: "doors_calendar", route: "doors?view=calendar" },
  { name: "door", route: "doors/door-1" },
  { name: "door_one_lock", query: "language=es", route: "doors/door-2" },
  { name: "door_elsewhere", route: "doors/door-1/elsewhere" },
  { name: "readiness", route: "readiness" },
];

/** Ticks every required box and presses the button. */
export async function press(page) {
  await page.getByRole("button", { name: /^Issue code for/ }).waitFor();
  for (const box of await page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: /^Issue code for/ }).click();
}

async function issueIt(page) {
  await press(page);
  await page.getByRole("region", { name: "The code" }).waitFor({ timeout: 15_000 });
}
