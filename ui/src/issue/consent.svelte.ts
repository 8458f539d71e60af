/** What the host must accept before the code is spent. */
import type { CandidateView, ObjectionView, RiskView } from "$lib/wire";
import type { Draft } from "./draft.svelte";

/** Typing how many codes this is accepts these. */
const COUNTED = ["scarce", "last_fifth"];

export class Consent {
  /** Ticks by window and risk, so that they apply only to the preview they were made for. */
  #ticks = $state<Record<string, boolean>>({});
  /** The typed count, likewise. */
  #counts = $state<Record<string, string>>({});
  #draft: Draft;
  #refused: () => ObjectionView | null;

  /** `refused`: the core's answer to the request to send; it may name more risks. */
  constructor(draft: Draft, refused: () => ObjectionView | null) {
    this.#draft = draft;
    this.#refused = refused;
  }

  /** Why the stay cannot be issued at all. */
  readonly objection: ObjectionView | null = $derived.by(() => {
    const found = this.#draft.standing?.objection;
    return found && found.code !== "needs_yes" ? found : null;
  });

  readonly #all: RiskView[] = $derived.by(() => {
    if (this.objection) return [];
    const all = [...(this.#draft.standing?.risks ?? []), ...(this.#refused()?.risks ?? [])];
    return all.filter((one, index) => all.findIndex((other) => other.key === one.key) === index);
  });

  /** The last places: the host types how many codes this is. */
  readonly asksCount: boolean = $derived.by(() => !this.objection && this.#draft.standing?.friction === "count");

  /** Those with a box. */
  readonly risks: RiskView[] = $derived.by(() => this.#all.filter((one) => !this.#isCounted(one)));

  /** The keys of what is accepted. */
  readonly accepted: string[] = $derived.by(() => this.#all.filter((one) => (this.#isCounted(one) ? this.#hasCounted : this.has(one.key))).map((one) => one.key));

  /** How many answers are still missing. */
  readonly missing: number = $derived.by(() => this.risks.filter((one) => !this.has(one.key)).length + (this.asksCount && !this.#hasCounted ? 1 : 0));

  has(key: string): boolean {
    return this.#ticks[this.#window + key] ?? false;
  }

  tick(key: string, on: boolean): void {
    this.#ticks[this.#window + key] = on;
  }

  get count(): string {
    return this.#counts[this.#window] ?? "";
  }

  set count(typed: string) {
    this.#counts[this.#window] = typed;
  }

  get #hasCounted(): boolean {
    return this.count.trim() === "1";
  }

  #isCounted(risk: RiskView): boolean {
    return this.asksCount && COUNTED.includes(risk.code);
  }

  get #window(): string {
    return [this.#draft.door, windowOf(this.#draft.standingChosen)].join();
  }
}

const windowOf = (chosen: CandidateView | null) => (chosen ? [chosen.slot_id, chosen.starts_at, chosen.ends_at].join() : "");
