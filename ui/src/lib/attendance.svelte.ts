/** Whether somebody is there to read what changes each minute. A window that nobody has touched yet is nobody's. */

import { MINUTE } from "./ticks";

/** That somebody is there. */
export const SIGNS = ["pointermove", "pointerdown", "wheel", "keydown"] as const;

/** Milliseconds without a sign after which nobody is there, or at most twice as many. */
const REST = 5 * MINUTE;

let here = $state(false);

/** Reactive. */
export function isAttended(): boolean {
  return here;
}

/** Keeps it as it is. Gives what ends it. */
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
