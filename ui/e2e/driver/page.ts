/**
 * The page as a person uses it: elements by role and name, text by reading.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FIND, type Role } from "./find.ts";
import { until, type Waiting } from "./until.ts";
import { Key, type Handle, type Session } from "./webdriver.ts";

/** The folder for pictures, inside the build folder. */
export const SHOTS = join(import.meta.dirname, "../../../target/shots");

export class Page {
  readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  /** Waits until there is such an element, visible and usable, and returns it. Text is the whole name, in any case. */
  see(role: Role, name?: string | RegExp, waiting: Waiting = {}): Promise<Handle> {
    const what = `${role} ${name ?? ""}`.trim();
    return until(`there is a ${what}`, async () => (await this.find(role, name))[0], this.telling(waiting));
  }

  /** Waits until there is no such element. */
  async gone(role: Role, name?: string | RegExp): Promise<void> {
    const what = `there is no ${role} ${name ?? ""}`.trim();
    await until(what, async () => (await this.find(role, name)).length === 0, this.telling());
  }

  /** All current elements of that kind. */
  find(role: Role, name?: string | RegExp): Promise<Handle[]> {
    const [source, flags] = name instanceof RegExp ? [name.source, name.flags] : [name ?? null, null];
    return this.session.run<Handle[]>(FIND, role, source, flags);
  }

  /** Waits until the page shows this text anywhere; returns the match. */
  read(words: string | RegExp, waiting: Waiting = {}): Promise<RegExpMatchArray> {
    const pattern = typeof words === "string" ? new RegExp(escape(words)) : words;
    return until(`the page says ${pattern}`, async () => (await this.words()).match(pattern), this.telling(waiting));
  }

  /** Waits until the page no longer shows this text. */
  async unread(words: string | RegExp): Promise<void> {
    const pattern = typeof words === "string" ? new RegExp(escape(words)) : words;
    await until(`the page no longer says ${pattern}`, async () => !pattern.test(await this.words()), this.telling());
  }

  /** All visible text. */
  words(): Promise<string> {
    return this.session.run<string>("return document.body.innerText");
  }

  async click(role: Role, name?: string | RegExp): Promise<void> {
    const what = `the ${role} ${name ?? ""} can be clicked`;
    // Found and clicked in one step: between two steps the page may have redrawn it.
    await until(
      what,
      async () => {
        const [first] = await this.find(role, name);
        if (!first) return false;
        await this.press(first);
        return true;
      },
      this.telling(),
    );
  }

  /** Scrolls an element into view and clicks it: the driver itself does not wait for smooth scrolling. */
  async press(element: Handle): Promise<void> {
    const reach = "arguments[0].scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })";
    await this.session.run(reach, element);
    await this.session.click(element);
  }

  /** Replaces a field's text. */
  async fill(role: Role, name: string | RegExp, text: string): Promise<void> {
    const field = await this.see(role, name);
    await this.session.run("arguments[0].focus(); arguments[0].select?.()", field);
    await this.session.type(field, text === "" ? Key.Backspace : text);
  }

  /** Chooses an entry of a list by its text. */
  async choose(list: string | RegExp, entry: string): Promise<void> {
    const select = await this.see("combobox", list);
    const CHOOSE = `
      const [select, words] = arguments;
      const option = [...select.options].find((one) => one.text.trim() === words);
      if (!option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return true;`;
    await until(`${list} has ${entry}`, () => this.session.run<boolean>(CHOOSE, select, entry), this.telling());
  }

  /** Presses Tab until that element has the focus, as a keyboard user does. */
  async tabTo(role: Role, name?: string | RegExp, most = 80): Promise<void> {
    await this.see(role, name);
    for (let presses = 0; presses <= most; presses += 1) {
      if (await this.hasFocus(role, name)) return;
      await this.session.press(Key.Tab);
    }
    throw new Error(`${most} times Tab do not lead to the ${role} ${name ?? ""}; the focus is at ${await this.focused()}`);
  }

  private async hasFocus(role: Role, name?: string | RegExp): Promise<boolean> {
    // One argument each: inside a list the driver passes elements on unconverted.
    const among = "return [...arguments].includes(document.activeElement)";
    // The page may redraw an element between the two.
    return this.session.run<boolean>(among, ...(await this.find(role, name))).catch(() => false);
  }

  /** The value of a field. */
  async value(role: Role, name: string | RegExp): Promise<string> {
    return this.session.run<string>("return arguments[0].value", await this.see(role, name));
  }

  /** The kind and name of the focused element, for tests of the keyboard. */
  focused(): Promise<string> {
    return this.session.run<string>(
      "const e = document.activeElement; return `${e.getAttribute('role') ?? e.localName} ${e.ariaLabel ?? e.innerText ?? ''}`.trim()",
    );
  }

  /** Starts recording hidden failures of the page; `faults` returns them. */
  async listenForFaults(): Promise<void> {
    const LISTEN = `
      window.faults = [];
      // Sizes that settle in the next frame are no fault, though the browser reports them as one.
      addEventListener("error", (event) => event.message.startsWith("ResizeObserver loop") || window.faults.push(event.message));
      addEventListener("unhandledrejection", ({ reason }) => window.faults.push([reason?.message ?? JSON.stringify(reason), reason?.stack].join(" at ")));`;
    await this.session.run(LISTEN);
  }

  faults(): Promise<string[]> {
    return this.session.run<string[]>("return window.faults");
  }

  /** Saves a picture once two in a row match: the first may show the page before the last change. */
  async shoot(name: string): Promise<void> {
    let last = await this.frame();
    const still = await until("the page holds still", async () => {
      const next = await this.frame();
      const isSame = next.equals(last);
      last = next;
      return isSame && next;
    });
    const file = join(SHOTS, `${name}.png`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, still);
  }

  private async frame(): Promise<Buffer> {
    await this.session.later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))");
    return this.session.picture();
  }

  private telling(waiting: Waiting = {}): Waiting {
    return { instead: () => this.words(), ...waiting };
  }
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
