/** Which rows of a long list are drawn, and where keys lead. Knows heights and numbers, not the contents of rows. */

/** Rows drawn beyond each edge, so that a short scroll shows no gap. */
const BEYOND = 6;
/** Maximum rows drawn, however tall the box is: printed, or in a page without styles, it may be as tall as the list. */
const MOST = 150;

export class Windowing {
  /** How far the list is scrolled, in pixels. */
  top = $state(0);
  /** The height that shows rows; 0 while the list is hidden. */
  view = $state(0);
  /** The height of one row. */
  row = $state(44);
  /** The active row. */
  active = $state(0);
  /** Incremented when the list must scroll to `top`. */
  moved = $state(0);

  #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  get count(): number {
    return this.#count();
  }

  /** The browser's maximum scroll position: the list may have become shorter. */
  readonly #at = $derived.by(() => Math.max(0, Math.min(this.top, this.count * this.row - this.view)));

  /** The first row that is drawn. */
  readonly first = $derived.by(() => Math.max(0, Math.floor(this.#at / this.row) - BEYOND));
  /** The row after the last one that is drawn. */
  readonly end = $derived.by(() => Math.min(this.count, this.first + MOST, Math.ceil((this.#at + this.view) / this.row) + BEYOND));

  /** Where a key leads; `null` for any other key. */
  leads(key: string): number | null {
    const page = Math.max(1, Math.floor(this.view / this.row) - 1);
    const to = {
      ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page, PageUp: this.active - page,
      Home: 0, End: this.count - 1,
    }[key];
    return to === undefined || this.count === 0 ? null : Math.max(0, Math.min(this.count - 1, to));
  }

  /** Makes a row the active one and scrolls only as far as needed to show it whole. */
  moveTo(index: number): void {
    this.active = index;
    const [above, below] = [index * this.row, (index + 1) * this.row - this.view];
    const top = Math.min(above, Math.max(below, this.#at));
    if (top === this.top) return;
    this.top = top;
    this.moved += 1;
  }

  /** Shows another list from its beginning. */
  restart(): void {
    this.active = 0;
    this.top = 0;
    this.moved += 1;
  }
}
