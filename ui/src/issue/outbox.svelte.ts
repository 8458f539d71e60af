/** The seconds between the click and the request: the only time at which a code can still be taken back. */

import { everySecond } from "$lib/ticks";

/** Seconds between two looks at the clock after which nobody was there to take it back: the computer slept. */
const SLEPT = 5;

export class Outbox {
  /** Whole seconds left; `null` while nothing waits. */
  left = $state<number | null>(null);

  #stop = () => {};

  /** Calls `send` after so many seconds; at once for 0. A computer that slept meanwhile sends nothing, and `slept` is called. */
  start(seconds: number, send: () => void, slept: () => void): void {
    this.cancel();
    if (seconds <= 0) return send();
    this.left = seconds;
    this.#stop = everySecond((passed) => {
      this.left = (this.left ?? 0) - 1;
      if (passed < SLEPT && this.left > 0) return;
      this.cancel();
      if (passed < SLEPT) send();
      else slept();
    });
  }

  /** Whether something waited, and now does not. */
  cancel = (): boolean => {
    this.#stop();
    const waited = this.left !== null;
    this.left = null;
    return waited;
  };
}
