/**
 * How old an answer is. Values that only grow older are counted here; the core is asked again at each quarter of an
 * hour, because days begin and clocks change at one, wherever a door is.
 */

import { untrack } from "svelte";
import { SIGNS } from "./attendance.svelte";
import { everyMinutes, MINUTE, now } from "./ticks";

const QUARTER = 15 * MINUTE;

/**
 * Minutes by which an age may lag while the host is away. An idle window does little else than age, and each step wakes
 * it.
 */
export const AGE_STEP = 5;

const quarter = (time: number): number => Math.floor(time / QUARTER);

export class Age {
  /** Minutes by which the clock was ahead of the answer's arrival when last read. Reactive. */
  minutes = $state(0);
  #since = now();
  /** The last quarter of an hour that the core was asked about. */
  #asked = quarter(this.#since);

  /** Call when the answer has just arrived. */
  begin(): void {
    this.#since = now();
    this.#asked = quarter(this.#since);
    this.minutes = 0;
  }

  /**
   * Counts in steps of `step` minutes. If the computer slept or its clock was set, asks when the host is back. Also
   * asks when the window gets the focus again, because another program may have written. Returns a function that stops
   * it.
   */
  count(again: () => void, step: number): () => void {
    const look = () => {
      const then = now();
      this.minutes = Math.max(0, Math.floor(then / MINUTE) - Math.floor(this.#since / MINUTE));
      if (quarter(then) === this.#asked) return;
      // Once, whatever the result: after a failure, pointer moves must not each ask again.
      this.#asked = quarter(then);
      again();
    };
    // A count in larger steps lags behind.
    untrack(look);
    const stop = everyMinutes(step, look);
    window.addEventListener("focus", again);
    for (const sign of SIGNS) window.addEventListener(sign, look, { passive: true });
    return () => {
      stop();
      window.removeEventListener("focus", again);
      for (const sign of SIGNS) window.removeEventListener(sign, look);
    };
  }
}
