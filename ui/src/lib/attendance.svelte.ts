/** Whether the host is there to read values that change each minute. A window not touched yet counts as unattended. */

import { MINUTE } from "./ticks";

/** Events that show that the host is there. */
export const SIGNS = ["pointermove", "pointerdown", "wheel", "keydown"] as const;

/** Milliseconds without an event after which the window is unattended; it may take up to twice as long. */
const REST = 5 * MINUTE;

let here = $state(false);

/** Reactive. */
export function isAttended(): boolean {
  return here;
}

/** Keeps it up to date. Returns a function that stops it. */
export function followAttendance(): () => void {
  let signed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    signed = false;
    timer = setTimeout(() => {
      if (signed) wait();
      else here = false;
    }, REST);
  };
  const sign = () => {
    signed = true;
    if (here) return;
    here = true;
    wait();
  };
  for (const name of SIGNS) window.addEventListener(name, sign, { passive: true });
  return () => {
    clearTimeout(timer);
    here = false;
    for (const name of SIGNS) window.removeEventListener(name, sign);
  };
}
