/** Shows a page on the fake core as the program would, and asks axe about it in both themes. */
import axe from "axe-core";
import { tick, type Component } from "svelte";
import { expect } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { setCore } from "../src/lib/core/index.ts";
import { fakeCore, type FakeCore, type Options } from "../src/lib/core/fake/index.ts";
import { followRoute, parseRoute, type Route } from "../src/lib/route.svelte.ts";
import { readSettings } from "../src/lib/settings.svelte.ts";
import { readStatus } from "../src/lib/status.svelte.ts";

/** A fake core with settings and status read, as at the start of the program. */
export async function useFake(options: Partial<Options> = {}): Promise<FakeCore> {
  const fake = fakeCore(options);
  setCore(fake);
  await Promise.all([readSettings(), readStatus()]);
  return fake;
}

/** Shows a page at an address such as `#/doors/door-1`. */
export async function showPage(Page: Component<{ route: Route }>, hash: string, options: Partial<Options> = {}) {
  const fake = await useFake(options);
  location.hash = hash;
  followRoute();
  const main = document.createElement("main");
  document.body.append(main);
  const screen = await render(Page, { target: main, props: { route: parseRoute(hash) } });
  return { fake, screen, main };
}

/** Reveals and hides the first PIN, and expects that nothing on the page has moved. */
export async function expectNothingMoves(): Promise<void> {
  const boxes = () => new Map([...document.body.querySelectorAll("*")].map((one) => [one, JSON.stringify(one.getBoundingClientRect())]));
  await expect.element(page.getByRole("button", { name: /^Reveal/ }).first(), { message: "there is a PIN" }).toBeVisible();
  // What is below the first screen comes later.
  let height = 0;
  const isWhole = () => height === (height = document.documentElement.scrollHeight);
  await expect.poll(isWhole, { message: "the page is whole", interval: 150 }).toBe(true);
  // A click scrolls to what it presses.
  page.getByRole("button", { name: /^Reveal/ }).first().element().scrollIntoView({ block: "center" });
  const before = boxes();
  const moved = () => {
    const now = boxes();
    return [...before].filter(([one, box]) => now.get(one) !== box && !one.closest("svg")).map(([one]) => one.outerHTML.slice(0, 120));
  };
  await userEvent.click(page.getByRole("button", { name: /^Reveal/ }).first());
  await expect.element(page.getByRole("button", { name: "Hide", exact: true }).first(), { message: "the PIN is shown" }).toBeVisible();
  expect(moved(), "what moved when the PIN was revealed").toEqual([]);
  await userEvent.click(page.getByRole("button", { name: "Hide", exact: true }).first());
  await expect.element(page.getByRole("button", { name: /^Reveal/ }).first(), { message: "the PIN is hidden" }).toBeVisible();
  expect(moved(), "what moved when it was hidden").toEqual([]);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.0 to 2.2, A and AA, in the light and in the dark. */
export async function expectAccessible(target: Element | Document = document): Promise<void> {
  const root = document.documentElement;
  const before = root.dataset["theme"];
  for (const theme of ["light", "dark"]) {
    root.dataset["theme"] = theme;
    await tick();
    // A colour on its way from one theme to the other has no contrast to speak of.
    await Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => undefined)));
    const { violations } = await axe.run(target, { runOnly: TAGS });
    const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`);
    expect(said, `axe in the ${theme} theme`).toEqual([]);
  }
  root.dataset["theme"] = before;
}
