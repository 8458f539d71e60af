/**
 * How old an answer is. What only grows older with it is counted here; the core is asked anew with each quarter of an hour, for
 * that is when days begin and clocks are changed, wherever a door is.
 */

import { untrack } from "svelte";
import { SIGNS } from "./attendance.svelte";
import { everyMinutes, MINUTE, now } from "./ticks";

const QUARTER = 15 * MINUTE;

/** Minutes by which an age may be behind while nobody is there. An idle window does little else than grow old, and each step wakes it. */
export const AGE_STEP = 5;

const quarter = (time: number): number => Math.floor(time / QUARTER);

export class Age {
  /** By how many minutes a clock was further than when the answer came, as last looked at. Reactive. */
  minutes = $state(0);
  #since = now();
  /** The quarter of an hour that the core was last asked about. */
  #asked = quarter(this.#since);

  /** The answer has just come. */
  begin(): void {
    this.#since = now();
    this.#asked = quarter(this.#since);
    this.minutes = 0;
  }

  /**
   * Counts, in steps of so many minutes. A computer that slept, or whose clock was set, asks as soon as somebody is there; so does
   * a window that is turned to again, for something else may have written. Gives what ends it.
   */
  count(again: () => void, step: number): () => void {
    const look = () => {
      const then = now();
      this.minutes = Math.max(0, Math.floor(then / MINUTE) - Math.floor(this.#since / MINUTE));
      if (quarter(then) === this.#asked) return;
      // Once, whatever comes of it: where it fails, not each movement of the pointer asks.
      this.#asked = quarter(then);
      again();
    };
    // What was counted in larger steps is behind.
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
