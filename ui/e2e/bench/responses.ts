/** The time from a key press until its effect is painted, measured in the page by the page's own clock. */

import type { Page } from "../driver/page.ts";
import type { Handle } from "../driver/webdriver.ts";

/**
 * Starts watching a part of the page: after a key, the frame with that part's last change counts.
 *
 * A message sent at the start of a frame arrives once the frame is painted: with large blurred shadows on the page,
 * which cost only paint, it arrived 40 ms later.
 */
const WATCH = `
  const part = arguments[0];
  const seen = (globalThis.__seen ??= {});
  seen.pressed = null;
  seen.painted = null;
  addEventListener("keydown", () => { seen.pressed = performance.now(); seen.painted = null; }, true);
  const observer = new MutationObserver(() => {
    if (seen.pressed === null) return;
    const pressed = seen.pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (seen.pressed === pressed) seen.painted = performance.now();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
`;

/** Waits until nothing has changed for a while; returns milliseconds, or null if nothing changed at all. */
const SETTLED = `
  const done = arguments[arguments.length - 1];
  const quiet = 250, patience = 3000;
  const began = performance.now();
  const look = () => {
    const { pressed, painted } = globalThis.__seen;
    const now = performance.now();
    if (painted !== null && now - painted > quiet) done(painted - pressed);
    else if (now - began > patience) done(null);
    else setTimeout(look, 20);
  };
  look();
`;

/** Presses each key once the one before has settled; returns the times of those that changed something. */
export async function responses(page: Page, part: Handle, keys: string[]): Promise<number[]> {
  await page.session.run(WATCH, part);
  const times: number[] = [];
  for (const key of keys) {
    await page.session.press(key);
    const time = await page.session.later<number | null>(SETTLED);
    if (time !== null) times.push(time);
  }
  return times;
}
