/** The ledger's filters, as written in the address. */
import { go, replace } from "$lib/route.svelte";
import type { CodeState } from "$lib/wire";
import type { Wish } from "./rows.svelte";

/** The record's codes, codes made elsewhere, or differences between the record and Seam. */
export type View = "codes" | "elsewhere" | "compare";

/**
 * Milliseconds after the last change. Waiting keeps typing fast, and browsers refuse an address that changes too often.
 */
const SETTLED = 1_000;

const VIEWS: readonly string[] = ["codes", "elsewhere", "compare"];
/** In the order of a code's life. */
export const STATES: readonly CodeState[] = ["not_sent", "refused", "unknown", "accepted", "setting", "set", "failed", "gone", "ended"];

export class Filter {
  view = $state<View>("codes");
  find = $state("");
  door = $state("");
  state = $state<CodeState | "">("");
  /** A civil time at which the code must work. */
  at = $state("");

  #rest: () => readonly string[];
  #written = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `rest` is the part of the address after the page's name. */
  constructor(rest: () => readonly string[]) {
    this.#rest = rest;
  }

  readonly wish: Wish = $derived.by(() => ({
    door_id: this.door || null,
    states: this.state === "" ? [] : [this.state],
    at: this.at || null,
    search: this.find.trim() || null,
  }));

  readonly query = $derived.by(() => ({
    view: this.view === "codes" ? null : this.view,
    find: this.find.trim() || null, door: this.door || null, state: this.state || null, at: this.at || null,
  }));

  /** Whether any filter is set. */
  readonly isSet = $derived.by(() => Object.entries(this.query).some(([name, value]) => name !== "view" && value !== null));

  clear = (): void => {
    this.find = this.door = this.at = "";
    this.state = "";
  };

  /** Reads an address that was not written here. The address of a code alone leaves the filters as they are. */
  read(query: URLSearchParams): void {
    const text = (name: string) => query.get(name) ?? "";
    const given = JSON.stringify(["view", "find", "door", "state", "at"].map(text));
    if (given === this.#written || (this.#rest().length > 0 && query.size === 0)) return;
    this.#written = given;
    const view = text("view");
    this.view = VIEWS.includes(view) ? (view as View) : "codes";
    [this.find, this.door, this.at] = [text("find"), text("door"), text("at")];
    this.state = STATES.find((state) => state === text("state")) ?? "";
  }

  /** Writes the address once nothing has changed for a while. */
  write(): void {
    clearTimeout(this.#timer);
    if (this.#spelled() === this.#written) return;
    this.#timer = setTimeout(() => this.#settle(), SETTLED);
  }

  /** Opens a code next to the list, or closes it again. Going back from there finds the list as it was. */
  open(intent: number | null): void {
    if (this.#spelled() !== this.#written) this.#settle();
    this.#put(() => go(intent === null ? ["ledger"] : ["ledger", intent], this.query));
  }

  #settle(): void {
    this.#put(() => replace(["ledger", ...this.#rest()], this.query));
  }

  stop = (): void => clearTimeout(this.#timer);

  #put(write: () => void): void {
    clearTimeout(this.#timer);
    this.#written = this.#spelled();
    write();
  }

  #spelled(): string {
    const { view, find, door, state, at } = this.query;
    return JSON.stringify([view, find, door, state, at].map((one) => one ?? ""));
  }
}
