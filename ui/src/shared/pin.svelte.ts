/** One PIN that can be revealed for a limited time, which is how long the digits are here. */
import { toCommandError } from "$lib/errors";
import { core } from "$lib/core";
import { settings } from "$lib/settings.svelte";
import { everySecond } from "$lib/ticks";
import type { CommandError } from "$lib/wire";

export class Pin {
  /** The digits while they are revealed. */
  shown = $state<string | null>(null);
  /** Seconds until they hide themselves. */
  left = $state(0);
  error = $state.raw<CommandError | null>(null);
  asking = $state(false);

  #intent: number;
  #turn = 0;
  #stop = () => {};

  constructor(intent: number) {
    this.#intent = intent;
  }

  reveal = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.asking = true;
    this.error = null;
    try {
      const digits = await core.reveal_pin({ intent_id: this.#intent });
      // Hidden or left meanwhile: digits that are no longer needed are dropped.
      if (turn !== this.#turn) return;
      this.shown = digits;
      this.longer();
    } catch (caught) {
      if (turn === this.#turn) this.error = toCommandError(caught);
    } finally {
      if (turn === this.#turn) this.asking = false;
    }
  };

  /** Restarts the time. */
  longer = (): void => {
    this.#stop();
    this.left = settings().reveal_seconds;
    this.#stop = everySecond((passed) => this.#tick(passed));
  };

  hide = (): void => {
    this.#turn += 1;
    this.asking = false;
    this.#stop();
    this.shown = null;
    this.left = 0;
  };

  /** Whether it was copied. */
  copy = async (): Promise<boolean> => {
    this.error = null;
    try {
      await core.copy_pin({ intent_id: this.#intent });
      return true;
    } catch (caught) {
      this.error = toCommandError(caught);
      return false;
    }
  };

  #tick(passed: number): void {
    this.left -= passed;
    if (this.left <= 0) this.hide();
  }
}
