/** Work that the host asked for and that can be stopped: an export, a comparison, a look. */
import { toCommandError } from "$lib/errors";
import type { CommandError } from "$lib/wire";

export class Task<Answer> {
  value = $state.raw<Answer | null>(null);
  error = $state.raw<CommandError | null>(null);
  /** The host stopped it. */
  stopped = $state(false);
  running = $state(false);

  /** Does the work, one run at a time. The previous answer stays until the next arrives. */
  async run(work: () => Promise<Answer>): Promise<Answer | null> {
    if (this.running) return null;
    this.running = true;
    this.stopped = false;
    this.error = null;
    try {
      this.value = await work();
      return this.value;
    } catch (caught) {
      const error = toCommandError(caught);
      if (error.code === "interrupted") this.stopped = true;
      else this.error = error;
      return null;
    } finally {
      this.running = false;
    }
  }
}
