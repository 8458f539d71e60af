/** The program under test: started, driven, ended, on a computer that is thrown away. */

import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Computer, type Keychain } from "./computer.ts";
import { Page } from "./page.ts";
import { BUILT, Simulator } from "./simulator.ts";
import { until } from "./until.ts";
import { Session } from "./webdriver.ts";

export const PROGRAM = "latchbook-desktop";

/** The app identifier: the name of its folders. */
export const IDENTIFIER = "org.latchbook.desktop";

export interface Given {
  keychain?: Keychain;
  /** Options of `latchbook simulate`; without them there is no simulator. */
  simulator?: string[];
  /** `false`: the settings do not name the simulator, only the environment does. */
  isSet?: boolean;
  /** More environment for the program. */
  env?: NodeJS.ProcessEnv;
  /** The test takes pictures: the driver takes none where the processor paints the page, as it does for hosts. */
  pictures?: boolean;
}

export class Bench {
  readonly computer: Computer;
  readonly simulator: Simulator | undefined;
  private readonly given: Given;
  /** The page of the program's latest start. */
  page: Page | undefined;
  private session: Session | undefined;

  private constructor(computer: Computer, simulator: Simulator | undefined, given: Given) {
    this.computer = computer;
    this.simulator = simulator;
    this.given = given;
  }

  static async set(given: Given = {}): Promise<Bench> {
    const simulator = given.simulator && (await Simulator.start(...given.simulator));
    const bench = new Bench(await Computer.start(), simulator, given);
    bench.configure();
    await bench.login();
    return bench;
  }

  /** The settings of someone who tries the program with the simulator. All others keep their defaults. */
  private configure(): void {
    if (!this.simulator || this.given.isSet === false) return;
    const folder = join(this.computer.home, "config", IDENTIFIER);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), JSON.stringify({ endpoint: this.simulator.told.url, outbox_seconds: 3 }));
  }

  /** The simulator, for tests that asked for one. */
  get seam(): Simulator {
    if (!this.simulator) throw new Error("this test has no simulator");
    return this.simulator;
  }

  get env(): NodeJS.ProcessEnv {
    const endpoint = this.simulator ? { SEAM_ENDPOINT: this.simulator.told.url } : {};
    const paint = this.given.pictures ? { LATCHBOOK_PAINT: "card" } : {};
    return { ...paint, ...endpoint, ...this.given.env };
  }

  private driver = "";

  /** Starts a new session of the same user on the same computer. */
  async login(keychain: Keychain = this.given.keychain ?? "open"): Promise<void> {
    this.session = undefined;
    this.driver = (await this.computer.login(keychain, this.env)).driver;
  }

  /** Starts the program and waits for its page, nothing more. */
  async open(...args: string[]): Promise<Page> {
    this.session = await Session.open(this.driver, join(BUILT, PROGRAM), args);
    this.page = new Page(this.session);
    return this.page;
  }

  /** Ends the program, and waits for it. */
  async close(): Promise<void> {
    await this.session?.close();
    this.session = undefined;
    await until("the program has ended", async () => !this.computer.runs(PROGRAM));
  }

  /** The terminal output of this session's programs. */
  get said(): string {
    return this.computer.said;
  }

  /** Asks the program to end, as the desktop does at logout. */
  askToEnd(): void {
    this.computer.signal(PROGRAM, "SIGTERM");
  }

  /** Quits the program as its menu does, and waits for its end. */
  async quit(): Promise<void> {
    this.askToEnd();
    await until("the program has ended", async () => !this.computer.runs(PROGRAM));
    await this.close().catch(() => undefined);
  }

  /** The program's log. */
  get log(): string {
    const folder = join(this.computer.home, "data", IDENTIFIER, "logs");
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).join("");
  }

  /** Ends the program as a power cut does. */
  async kill(): Promise<void> {
    this.computer.signal(PROGRAM, "SIGKILL");
    await this.close().catch(() => undefined);
  }

  /** Runs the command line on the same record, with the window open or closed. */
  async terminal(...args: string[]): Promise<string> {
    const env = { ...this.computer.env, ...this.env };
    const { stdout } = await promisify(execFile)(join(BUILT, "latchbook"), args, { env, maxBuffer: 64 << 20 });
    return stdout;
  }

  async clear(): Promise<void> {
    await this.session?.close().catch(() => undefined);
    await this.computer.stop();
    await this.simulator?.end();
  }
}
