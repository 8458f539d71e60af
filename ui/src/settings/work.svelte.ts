/** A piece of work that the host starts: under way, done, or failed. */
import { toCommandError } from "$lib/errors";
import type { CommandError } from "$lib/wire";

export class Work<Answer> {
  busy = $state(false);
  done = $state.raw<Answer | null>(null);
  error = $state.raw<CommandError | null>(null);

  #start: () => Promise<Answer | null>;

  constructor(start: () => Promise<Answer | null>) {
    this.#start = start;
  }

  /** Runs once at a time. `null` from the core: the host dismissed a dialog, and no message is shown. */
  run = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.done = null;
    this.error = null;
    try {
      this.done = await this.#start();
    } catch (caught) {
      const error = toCommandError(caught);
      if (error.code !== "interrupted") this.error = error;
    } finally {
      this.busy = false;
    }
  };
}
