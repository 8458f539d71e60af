/** The seconds between the click and the request: the only time at which a code can still be taken back. */

const SECOND = 1000;

export class Outbox {
  /** Whole seconds left; `null` while nothing waits. */
  left = $state<number | null>(null);

  #timer: ReturnType<typeof setInterval> | undefined;

  /** Calls `send` after so many seconds; at once for 0. */
  start(seconds: number, send: () => void): void {
    this.cancel();
    if (seconds <= 0) return send();
    this.left = seconds;
    this.#timer = setInterval(() => {
      this.left = (this.left ?? 0) - 1;
      if (this.left > 0) return;
      this.cancel();
      send();
    }, SECOND);
  }

  /** Whether something waited, and now does not. */
  cancel = (): boolean => {
    clearInterval(this.#timer);
    const waited = this.left !== null;
    this.left = null;
    return waited;
  };
}
