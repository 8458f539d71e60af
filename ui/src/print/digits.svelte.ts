/** The card with its digits on the way to the printer: read when it is printed, dropped as soon as possible. */
import { toCommandError } from "$lib/errors";
import { core } from "$lib/core";
import type { Guest } from "$lib/handout";
import type { CardView, CommandError } from "$lib/wire";

/** The code, and how its guest reads. */
export interface Wanted extends Guest {
  intent_id: number;
  with_label: boolean;
}

export class Digits {
  shown = $state.raw<CardView | null>(null);
  error = $state.raw<CommandError | null>(null);
  asking = $state(false);
  #turn = 0;

  /** Whether they are there. */
  async read(wanted: Wanted): Promise<boolean> {
    const turn = ++this.#turn;
    this.error = null;
    this.asking = true;
    try {
      const card = await core.get_guest_card({ ...wanted, with_pin: true });
      if (turn !== this.#turn) return false;
      this.shown = card;
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
