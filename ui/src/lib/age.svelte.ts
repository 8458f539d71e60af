/**
 * How old an answer is. What only grows older with it is counted here; the core is asked anew with each quarter of an hour, for
 * that is when days begin and clocks are changed, wherever a door is.
 */
import { everyMinute, MINUTE } from "./pace";

const QUARTER = 15 * MINUTE;

/** Milliseconds, for a difference: no day and no time of day is read off them. It goes on while the computer sleeps. */
const now = (): number => Date.now();

export class Age {
  /** By how many minutes a clock is further than when the answer came. Reactive. */
  minutes = $state(0);
  #since = now();

  /** The answer has just come. */
  begin(): void {
    this.#since = now();
    this.minutes = 0;
  }

  /**
   * Counts; a computer that slept, or whose clock was set, asks, and so does a window that is turned to again: something else
   * may have written. Gives what ends it.
   */
  count(again: () => void): () => void {
    window.addEventListener("focus", again);
    const stop = everyMinute(() => {
      const then = now();
      if (Math.floor(then / QUARTER) !== Math.floor(this.#since / QUARTER)) again();
      else this.minutes = Math.max(0, Math.floor(then / MINUTE) - Math.floor(this.#since / MINUTE));
    });
    return () => {
      stop();
      window.removeEventListener("focus", again);
    };
  }
}
