/** Answers embedded in the page, by command name (`src-tauri/src/app/boot_data.rs`). Each is returned once. */

const ID = "first";

/** A hidden window shows no frame. */
const AT_MOST = 250;

export class First {
  /** Other questions wait until the frame with these answers has been painted. */
  readonly shown: Promise<void>;
  private answers = new Map<string, unknown>();

  constructor(page: Document) {
    const block = page.getElementById(ID);
    if (block) {
      this.answers = new Map(Object.entries(JSON.parse(block.textContent) as Record<string, unknown>));
      block.remove();
      // An answer that the start does not use immediately is old by the time it is requested.
      setTimeout(() => this.answers.clear());
    }
    this.shown = block ? Promise.race([painted(), time(AT_MOST)]) : Promise.resolve();
  }

  /** Whether there is one, and its value. */
  take(command: string): { answer: unknown } | null {
    if (!this.answers.has(command)) return null;
    const answer = this.answers.get(command);
    this.answers.delete(command);
    return { answer };
  }
}

const time = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The call arrives while the next frame is being made; the following task finds it painted. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
