/**
 * Runs the first of several quick calls immediately, then only the newest. A single key press never waits; a held key
 * does.
 */

/** Milliseconds between two. */
const APART = 80;

export class Pace {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: (() => void) | null = null;

  run(act: () => void): void {
    if (this.#timer !== undefined) {
      this.#next = act;
      return;
    }
    act();
    this.#timer = setTimeout(() => this.#passed(), APART);
  }

  stop = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = null;
  };

  #passed(): void {
    const next = this.#next;
    this.stop();
    if (next) this.run(next);
  }
}
