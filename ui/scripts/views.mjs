/** The views that are pictured: add yours. `act` is given the page, as Playwright's. */
export const VIEWS = [
  { name: "welcome", query: "mode=none", route: "welcome" },
  { name: "today", route: "today" },
  { name: "issue", route: "issue" },
  { name: "doors", route: "doors" },
  { name: "door", route: "doors/door-1" },
  { name: "ledger", route: "ledger" },
  { name: "readiness", route: "readiness" },
  { name: "settings", route: "settings" },
];
