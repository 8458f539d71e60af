/** One code on its way: the request, its stages as the core reports them, and its state as it changes. */
import { toCommandError } from "$lib/errors";
import { core, type Stop } from "$lib/core";
import type { CodeView, CommandError, IssueRequest, ObjectionView, StageEvent } from "$lib/wire";

export class Issuing {
  /** The core has the request. */
  sending = $state(false);
  stages = $state.raw<StageEvent[]>([]);
  /** The stay's code or attempt, kept up to date. */
  code = $state.raw<CodeView | null>(null);
  objection = $state.raw<ObjectionView | null>(null);
  error = $state.raw<CommandError | null>(null);
  looking = $state(false);

  /** Sends. Nothing here sends again: later calls only ask. */
  async send(request: IssueRequest): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.stages = [];
    this.objection = this.error = null;
    const stop = core.on("stage", (event) => {
      if (event.door_id === request.draft.door_id) this.stages = [...this.stages, event];
    });
    try {
      const issued = await core.issue_code({ request });
      if (issued.outcome === "code") this.code = issued.code;
      else if (issued.outcome === "objected") this.objection = issued.objection;
      // Answers that could not be recorded are shown above every page.
    } catch (caught) {
      this.error = toCommandError(caught);
    } finally {
      stop();
      this.sending = false;
    }
  }

  /** Refreshes the code whenever the core reports changed codes. Returns a function that stops it. */
  follow(): Stop {
    return core.on("changed", (event) => {
      if (event.what.includes("codes")) void this.read();
    });
  }

  /** Shows a code by its number. */
  async open(intent_id: number): Promise<void> {
    if (this.code?.intent_id === intent_id) return;
    try {
      this.code = (await core.get_code({ intent_id })).code;
    } catch (caught) {
      this.error = toCommandError(caught);
    }
  }

  async read(): Promise<void> {
    if (!this.code) return;
    const intent_id = this.code.intent_id;
    try {
      const detail = await core.get_code({ intent_id });
      if (this.code.intent_id === intent_id) this.code = detail.code;
    } catch (caught) {
      this.error = toCommandError(caught);
    }
  }

  /** Checks the outcome with Seam. Sends nothing. */
  look = async (): Promise<void> => {
    if (!this.code || this.looking) return;
    this.looking = true;
    this.error = null;
    try {
      await core.look({ door_id: this.code.door_id });
      await this.read();
    } catch (caught) {
      this.error = toCommandError(caught);
    } finally {
      this.looking = false;
    }
  };
}
