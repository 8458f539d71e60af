/** Maps each route to its component. Each screen is a separate chunk, loaded when it is first opened. */
import type { Component } from "svelte";
import type { Route } from "$lib/route.svelte";
import type { Key } from "$lib/words";
import type { IconName } from "$shared/icons";

export interface PageProps {
  route: Route;
}

type Page = Component<PageProps>;
type Read = () => Promise<{ default: Page }>;

const PAGES: Record<string, Read> = {
  welcome: () => import("../welcome/WelcomePage.svelte"),
  today: () => import("../today/TodayPage.svelte"),
  issue: () => import("../issue/IssuePage.svelte"),
  doors: () => import("../doors/DoorsPage.svelte"),
  door: () => import("../doors/DoorPage.svelte"),
  ledger: () => import("../ledger/LedgerPage.svelte"),
  readiness: () => import("../readiness/ReadinessPage.svelte"),
  settings: () => import("../settings/SettingsPage.svelte"),
  print: () => import("../print/PrintPage.svelte"),
};

/** `#/doors` is the list, `#/doors/ID` one door. Anything unknown is Today. */
export function pageName(route: Route): string {
  if (route.page === "doors" && route.rest.length > 0) return "door";
  return route.page in PAGES ? route.page : "today";
}

export async function readPage(name: string): Promise<Page> {
  const read = PAGES[name] ?? PAGES["today"];
  if (!read) throw new Error(`no page ${name}`);
  return (await read()).default;
}

/** The sidebar. Bookings will come after Today. */
export const NAVIGATION: readonly { page: string; label: Key; icon: IconName }[] = [
  { page: "today", label: "frame.today", icon: "today" },
  { page: "doors", label: "frame.doors", icon: "door" },
  { page: "ledger", label: "frame.ledger", icon: "ledger" },
  { page: "readiness", label: "frame.readiness", icon: "readiness" },
  { page: "settings", label: "frame.settings", icon: "settings" },
];
