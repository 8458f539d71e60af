/**
 * The codes of a list of any length, read in parts as they come into sight. Each part is requested from the last known
 * code before it; an answer to an outdated request is dropped.
 */
import { toCommandError } from "$lib/errors";
import { core } from "$lib/core";
import type { CodeLinesView, CodeLineView, CodesRequest, CommandError } from "$lib/wire";

/** The requested codes. */
export type Wish = Omit<CodesRequest, "after" | "skip" | "limit">;

/** Codes read per request. */
export const PART = 50;
/** Rows that are read before they are in sight. */
const AHEAD = 20;
/** Parts that are kept. */
const KEPT = 16;

interface Part {
  number: number;
  codes: CodeLineView[];
  next: number | null;
  /** The record has not changed since it was read. */
  fresh: boolean;
}

export class Rows {
  /** The total; `null` before the first answer. */
  total = $state<number | null>(null);
  error = $state.raw<CommandError | null>(null);
  asking = $state(false);

  /** Few parts: those far from the rows in sight are dropped. */
  #parts = $state.raw<readonly Part[]>([]);
  #wish: Wish | null = null;
  #first = 0;
  #end = PART;
  /** Incremented by every request and every change of the record. */
  #turn = 0;
  #reading = -1;
  /** The next answer belongs to another list than the shown one. */
  #isOther = true;
  #onOther: () => void;

  /** `onOther` is called when another list replaces the shown one. */
  constructor(onOther: () => void = () => undefined) {
    this.#onOther = onOther;
  }

  /** The code of a row; `null` while it is not loaded. */
  at(index: number): CodeLineView | null {
    return this.#part(Math.floor(index / PART))?.codes[index % PART] ?? null;
  }

  /** Requests other codes. The shown ones stay until they arrive. */
  ask(wish: Wish): void {
    if (JSON.stringify(wish) === JSON.stringify(this.#wish) && !this.error) return;
    this.#wish = wish;
    this.#isOther = true;
    this.#begin();
  }

  /** Asks again: after an error, and when codes have changed. */
  again = (): void => {
    if (!this.#wish) return;
    this.#parts = this.#parts.map((part) => ({ ...part, fresh: false }));
    this.#begin();
  };

  /** Reports which rows are in sight. */
  see(first: number, end: number): void {
    [this.#first, this.#end] = [first, Math.max(end, first + 1)];
    if (this.#wish && !this.error) void this.#read();
  }

  #part(number: number): Part | undefined {
    return this.#parts.find((part) => part.number === number);
  }

  #begin(): void {
    this.#turn += 1;
    this.error = null;
    void this.#read();
  }

  async #read(): Promise<void> {
    const turn = this.#turn;
    if (this.#reading === turn) return;
    this.#reading = turn;
    this.asking = true;
    try {
      for (let part = this.#missing(); part !== null; part = this.#missing()) {
        const answer = await core.list_codes({ request: this.#request(part) });
        if (turn !== this.#turn) return;
        this.#take(part, answer);
      }
    } catch (caught) {
      if (turn === this.#turn) this.error = toCommandError(caught);
    } finally {
      if (turn === this.#turn) {
        this.#reading = -1;
        this.asking = false;
      }
    }
  }

  /** The part to read next: rows in sight come first. */
  #missing(): number | null {
    if (this.#isOther) return 0;
    const total = this.total ?? 0;
    const near = (first: number, end: number): number | null => {
      const last = Math.min(end, total) - 1;
      for (let part = Math.floor(Math.max(0, first) / PART); part * PART <= last; part++)
        if (!this.#part(part)?.fresh) return part;
      return null;
    };
    return near(this.#first, this.#end) ?? near(this.#first - AHEAD, this.#end + AHEAD);
  }

  #request(part: number): CodesRequest {
    const wish = this.#wish ?? { door_id: null, states: [], at: null, search: null };
    const before = this.#isOther ? [] : this.#parts.filter((one) => one.number < part && one.fresh && one.next !== null);
    const nearest = before.reduce<Part | null>((best, one) => (best && best.number > one.number ? best : one), null);
    const [after, skipped] = nearest ? [nearest.next, part - nearest.number - 1] : [null, part];
    return { ...wish, after, skip: skipped * PART, limit: PART };
  }

  #take(number: number, { codes, total, next }: CodeLinesView): void {
    const isOther = this.#isOther;
    const others = isOther ? [] : this.#parts.filter((part) => part.number !== number);
    this.#isOther = false;
    this.total = total;
    if (isOther) [this.#first, this.#end] = [0, this.#end - this.#first];
    const middle = (this.#first + this.#end) / 2 / PART;
    const far = (part: Part) => Math.abs(part.number + 0.5 - middle);
    this.#parts = [...others, { number, codes, next, fresh: true }].sort((a, b) => far(a) - far(b)).slice(0, KEPT);
    if (isOther) this.#onOther();
  }
}
