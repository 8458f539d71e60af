/**
 * The part of the WebDriver protocol (https://www.w3.org/TR/webdriver2/) that the tests use, over plain fetch.
 */

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys without a letter, as WebDriver writes them. */
export const Key = {
  Tab: "\uE004",
  /** The main Enter key; `\uE007` is the numeric keypad's. */
  Enter: "\uE006",
  Escape: "\uE00C",
  Space: " ",
  Backspace: "\uE003",
  Delete: "\uE017",
  Home: "\uE011",
  End: "\uE010",
  Left: "\uE012",
  Up: "\uE013",
  Right: "\uE014",
  Down: "\uE015",
  PageDown: "\uE00F",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
} as const;

/** A refusal by the driver, in its words. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/**
 * Milliseconds for one answer of the driver: a start or a picture takes seconds on a slow machine; no answer is a
 * fault.
 */
const ANSWER = 45_000;

async function call<T>(method: "GET" | "POST" | "DELETE", url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ANSWER),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok) throw new Refused(value.error ?? String(answer.status), value.message ?? "");
  return value;
}

/** Whether a driver answers at that address. */
export async function isReady(driver: string): Promise<boolean> {
  return (await call<{ ready: boolean }>("GET", `${driver}/status`)).ready;
}

/** An element of the page, by the driver's name for it. */
export interface Handle {
  readonly [ELEMENT]: string;
}

interface Input {
  type: "keyDown" | "keyUp";
  value: string;
}

/** One window of the program, driven. */
export class Session {
  private readonly at: string;

  private constructor(at: string) {
    this.at = at;
  }

  /** Starts the program and connects to its window. */
  static async open(driver: string, binary: string, args: string[] = []): Promise<Session> {
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } };
    const { sessionId } = await call<{ sessionId: string }>("POST", `${driver}/session`, { capabilities });
    return new Session(`${driver}/session/${sessionId}`);
  }

  /** Ends the program. */
  async close(): Promise<void> {
    await call("DELETE", this.at);
  }

  /** Runs the body of a function in the page. */
  run<T>(script: string, ...args: unknown[]): Promise<T> {
    return call("POST", `${this.at}/execute/sync`, { script, args });
  }

  /** Runs the body of a function whose last argument is called with the answer. */
  later<T>(script: string, ...args: unknown[]): Promise<T> {
    return call("POST", `${this.at}/execute/async`, { script, args });
  }

  click(element: Handle): Promise<void> {
    return call("POST", `${this.at}/element/${element[ELEMENT]}/click`, {});
  }

  /** Types into an element, after its current text. */
  type(element: Handle, text: string): Promise<void> {
    return call("POST", `${this.at}/element/${element[ELEMENT]}/value`, { text });
  }

  /** Presses keys one after the other, wherever the focus is. */
  press(...keys: string[]): Promise<void> {
    return this.keys(keys.flatMap((value) => [down(value), up(value)]));
  }

  /** Presses keys together, such as Control and k. */
  chord(...keys: string[]): Promise<void> {
    return this.keys([...keys.map(down), ...keys.toReversed().map(up)]);
  }

  /** A PNG of the page. */
  async picture(): Promise<Buffer> {
    return Buffer.from(await call<string>("GET", `${this.at}/screenshot`), "base64");
  }

  resize(width: number, height: number): Promise<void> {
    return call("POST", `${this.at}/window/rect`, { width, height });
  }

  private keys(actions: Input[]): Promise<void> {
    return call("POST", `${this.at}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
  }
}

const down = (value: string): Input => ({ type: "keyDown", value });
const up = (value: string): Input => ({ type: "keyUp", value });
