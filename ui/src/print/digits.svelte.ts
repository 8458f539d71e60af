/** The digits on their way to the printer: read when it is asked to print, and dropped as soon as they need not be there. */
import { toCommandError } from "$lib/errors";
import { host } from "$lib/host";
import type { CommandError } from "$lib/wire/CommandError";

export class Digits {
  shown = $state<string | null>(null);
  error = $state.raw<CommandError | null>(null);
  asking = $state(false);
  #turn = 0;

  /** Whether they are there. */
  async read(intent: number): Promise<boolean> {
    const turn = ++this.#turn;
    this.error = null;
    this.asking = true;
    try {
      const digits = await host.reveal_pin({ intent_id: intent });
      if (turn !== this.#turn) return false;
      this.shown = digits;
      return true;
    } catch (caught) {
      if (turn === this.#turn) this.error = toCommandError(caught);
      return false;
    } finally {
      if (turn === this.#turn) this.asking = false;
    }
  }

  forget = (): void => {
    this.#turn += 1;
    this.shown = null;
    this.asking = false;
  };
}
