/** Answers that came with the page, by the names of their commands (`src-tauri/src/app/boot_data.rs`). Each is given once. */

const ID = "first";

/** A window that is not on the screen shows no frame. */
const AT_MOST = 250;

export class First {
  /** When other questions may be asked: once the frame that these answers make has been painted. */
  readonly shown: Promise<void>;
  private answers = new Map<string, unknown>();

  constructor(page: Document) {
    const block = page.getElementById(ID);
    if (block) {
      this.answers = new Map(Object.entries(JSON.parse(block.textContent) as Record<string, unknown>));
      block.remove();
      // What the start does not ask for at once is old when somebody does.
      setTimeout(() => this.answers.clear());
    }
    this.shown = block ? Promise.race([painted(), time(AT_MOST)]) : Promise.resolve();
  }

  /** Whether there is one, and what it is. */
  take(command: string): { answer: unknown } | null {
    if (!this.answers.has(command)) return null;
    const answer = this.answers.get(command);
    this.answers.delete(command);
    return { answer };
  }
}

const time = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The next frame is being made when the call comes; the task after it finds it painted. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
