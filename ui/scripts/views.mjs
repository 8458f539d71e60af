/** The views that are pictured: add yours. `act` is given the page, as Playwright's. */
export const VIEWS = [
  { name: "welcome", query: "mode=none", route: "welcome" },
  { name: "today", route: "today" },
  { name: "issue", route: "issue" },
  { name: "issue-filled", route: "issue?from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true },
  { name: "issue-noslot", route: "issue?from=2026-12-12T06:00&to=2026-12-15T22:00", whole: true },
  { name: "issue-code", query: "issue=set", route: "issue?from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: issueIt },
  { name: "issue-unknown", query: "issue=unknown", route: "issue?from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: issueIt },
  { name: "issue-outbox", route: "issue?from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: press },
  { name: "doors", route: "doors" },
  { name: "door", route: "doors/door-1" },
  { name: "readiness", route: "readiness" },
  { name: "welcome_locked", query: "mode=none&keychain=locked", route: "welcome/connect" },
  { name: "settings", query: "mode=live", route: "settings/account" },
  { name: "settings_defaults", route: "settings/defaults" },
  { name: "settings_safety", route: "settings/safety" },
  { name: "settings_notifications", route: "settings/notifications" },
  { name: "settings_appearance", query: "language=es", route: "settings/appearance" },
  { name: "settings_data", route: "settings/data", act: async (page) => page.getByRole("button", { name: "Check the record" }).click() },
  { name: "settings_updates", route: "settings/updates", act: async (page) => page.getByRole("button", { name: "Look for a newer version" }).click() },
  { name: "settings_about", route: "settings/about" },
];


/** Ticks what must be accepted and presses the button. */
async function press(page) {
  await page.getByRole("button", { name: /^Issue code for/ }).waitFor();
  for (const box of await page.getByRole("group", { name: /accept/ }).getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: /^Issue code for/ }).click();
}

async function issueIt(page) {
  await press(page);
  await page.getByRole("region", { name: "The code" }).waitFor({ timeout: 15_000 });
}
