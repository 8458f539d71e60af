/** The typed text, the items that match, and the active one. */
import { core } from "$lib/core";
import type { CodeLineView, DoorView } from "$lib/wire";
import { t } from "$lib/words";
import { codeItem, commandItems, doorItems, type CodeAction, type Item } from "./items";
import { rank, wordsOf } from "./rank";

const MOST = { commands: 6, doors: 6, codes: 6 };
const PAUSE = 80;

export class Palette {
  query = $state("");
  /** The index of the item that Enter would run. */
  active: number;
  items: Item[];
  /** The code whose PIN is shown instead of the list. */
  shown = $state.raw<CodeLineView | null>(null);

  #doors = $state.raw<DoorView[]>([]);
  #codes = $state.raw<CodeLineView[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;
  #done: () => void;

  constructor(done: () => void) {
    this.#done = done;
    this.items = $derived(this.#fit());
    // New results start at the first.
    this.active = $derived(this.items.length > 0 ? 0 : -1);
  }

  /** Reads the doors; without them the commands still work. */
  open = async (): Promise<void> => {
    try {
      this.#doors = (await core.list_doors()).doors;
    } catch {
      this.#doors = [];
    }
  };

  type(text: string): void {
    const before = JSON.stringify([this.#asked(), this.#sought()]);
    this.query = text;
    const sought = this.#sought();
    if (JSON.stringify([this.#asked(), sought]) === before) return;
    clearTimeout(this.#timer);
    // Results for other words must not be revealed by Enter.
    this.#newest += 1;
    this.#codes = [];
    // “reveal” alone means the newest codes.
    if (sought.length >= 2 || (sought === "" && this.#asked() !== "open")) this.#timer = setTimeout(() => void this.#search(sought), PAUSE);
  }

  move(by: number): void {
    const count = this.items.length;
    if (count > 0) this.active = (this.active + by + count) % count;
  }

  run(item: Item | undefined = this.items[this.active]): void {
    if (!item) return;
    if (typeof item.run === "function") {
      this.#done();
      item.run();
    } else this.shown = item.run;
  }

  #words(): string[] {
    return wordsOf(this.query);
  }

  /** The typed text without the words that name an action. */
  #sought(): string {
    const verbs = wordsOf(t("palette.verbs"));
    return this.#words().filter((word) => !verbs.includes(word)).join(" ");
  }

  /** What to do with a found code. */
  #asked(): CodeAction {
    const has = (verbs: string) => this.#words().some((word) => wordsOf(verbs).includes(word));
    if (has(t("palette.copy_verbs"))) return "copy";
    return has(t("palette.reveal_verbs")) ? "reveal" : "open";
  }

  #fit(): Item[] {
    const words = this.#words();
    const text = (item: Item) => `${item.label} ${item.more ?? ""}`;
    const all = rank(commandItems(), words, text);
    if (words.length === 0) return all;
    const commands = all.slice(0, MOST.commands);
    const asked = this.#asked();
    // Its PIN can be revealed and copied only once it has one.
    const can = (code: CodeLineView) => asked !== "open" && code.pin_masked !== null;
    const found = this.#sought() === "" ? this.#codes.filter(can) : [...this.#codes].sort((a, b) => Number(can(b)) - Number(can(a)));
    const codes = found.slice(0, MOST.codes).map((code) => codeItem(code, can(code) ? asked : "open"));
    const doors = rank(doorItems(this.#doors), words, text).slice(0, MOST.doors);
    return asked !== "open" ? [...codes, ...commands, ...doors] : [...commands, ...doors, ...codes];
  }

  async #search(sought: string): Promise<void> {
    const mine = ++this.#newest;
    try {
      const found = await core.list_codes({
        request: { door_id: null, states: [], at: null, search: sought === "" ? null : sought, after: null, skip: 0, limit: 4 * MOST.codes },
      });
      if (mine === this.#newest) this.#codes = found.codes;
    } catch {
      if (mine === this.#newest) this.#codes = [];
    }
  }
}
