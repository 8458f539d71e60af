/** The seconds between the click and the request: the only time at which a code can still be taken back. */

import { everySecond } from "$lib/ticks";

/**
 * Seconds between two clock readings after which the computer must have slept, so the host could not take it back.
 */
const SLEPT = 5;

export class Outbox {
  /** Whole seconds left; `null` while nothing waits. */
  left = $state<number | null>(null);
  /** How many there were. */
  whole = $state(0);

  #stop = () => {};

  /**
   * Calls `send` after that many seconds; immediately for 0. If the computer slept meanwhile, calls `slept` and sends
   * nothing.
   */
  start(seconds: number, send: () => void, slept: () => void): void {
    this.cancel();
    if (seconds <= 0) return send();
    this.left = this.whole = seconds;
    this.#stop = everySecond((passed) => {
      this.left = (this.left ?? 0) - 1;
      if (passed < SLEPT && this.left > 0) return;
      this.cancel();
      if (passed < SLEPT) send();
      else slept();
    });
  }

  /** Cancels; returns whether something was waiting. */
  cancel = (): boolean => {
    this.#stop();
    const waited = this.left !== null;
    this.left = null;
    return waited;
  };
}
