/** A question to the core whose answer a view shows: asked again when its facts have changed. */
import { toCommandError } from "./errors";
import { core } from "./core";
import { keepSame } from "./keep-same";
import type { Changed, CommandError } from "./wire";

export class Load<Answer> {
  /** The last answer; kept while a newer one is on its way. */
  value = $state.raw<Answer | null>(null);
  /** Why the newest question failed; `null` once one succeeds. */
  error = $state.raw<CommandError | null>(null);
  /** A question is under way. */
  asking = $state(false);

  #ask: () => Promise<Answer>;
  #newest = 0;
  #once = false;

  constructor(ask: () => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Asks. An answer to an outdated question is dropped. */
  run = async (): Promise<void> => {
    const mine = ++this.#newest;
    this.asking = true;
    try {
      const answer = await this.#ask();
      if (mine !== this.#newest) return;
      this.#show(answer);
    } catch (caught) {
      if (mine === this.#newest) this.error = toCommandError(caught);
    } finally {
      if (mine === this.#newest) this.#settle();
    }
  };

  /** Asks once more when the question under way is answered: a burst of changes is one question. */
  again = (): void => {
    if (this.asking) this.#once = true;
    else void this.run();
  };

  #settle(): void {
    this.asking = false;
    if (!this.#once) return;
    this.#once = false;
    void this.run();
  }

  /** Shows a command's answer without asking again. */
  put(answer: Answer): void {
    this.#newest += 1;
    this.#show(answer);
    this.#settle();
  }

  #show(answer: Answer): void {
    this.value = keepSame(this.value, answer);
    this.error = null;
  }
}

/**
 * For a component: asks now, again whenever state that `ask` reads changes, and on the core's `changed` for any of
 * `on`.
 *
 * `ahead` is an answer that is already there: shown immediately, and refreshed like any other.
 */
export function load<Answer>(ask: () => Promise<Answer>, on: Changed[] = [], ahead: Answer | null = null): Load<Answer> {
  const loading = new Load(ask);
  loading.value = ahead;
  $effect(() => {
    void loading.run();
  });
  $effect(() => core.on("changed", (event) => {
    if (event.what.some((what) => on.includes(what))) loading.again();
  }));
  return loading;
}
