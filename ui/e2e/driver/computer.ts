/**
 * A throw-away computer: a home, a screen, and, after a login, a session bus, a keychain and a window driver.
 *
 * Nothing from the machine that runs the tests gets in: no variable, folder, keychain or screen.
 */

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, kill, Program } from "./processes.ts";
import { until } from "./until.ts";
import { isReady } from "./webdriver.ts";

const PATH = "/usr/local/bin:/usr/bin:/bin";

/** How programs find the keychain after the login. */
export type Keychain = "open" | "locked" | "absent";

/** The command that starts the keychain. A locked one holds the entries of an earlier login with an open one. */
const KEYCHAINS: Record<Keychain, string> = {
  open: "printf throwaway | gnome-keyring-daemon --unlock --components=secrets",
  locked: "gnome-keyring-daemon --start --components=secrets",
  absent: "true",
};

export class Computer {
  readonly home = mkdtempSync(join(tmpdir(), "latchbook-e2e-"));
  private screen: Program | undefined;
  private display = "";
  private session: Login | undefined;

  static async start(): Promise<Computer> {
    const computer = new Computer();
    for (const folder of ["data", "config", "cache", "run"]) {
      mkdirSync(join(computer.home, folder));
      chmodSync(join(computer.home, folder), 0o700);
    }
    computer.dismissPrompts();
    const size = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"];
    computer.screen = new Program("Xvfb", ["-displayfd", "1", ...size], { PATH });
    const [, number] = await computer.screen.says(/^(\d+)\n/m);
    computer.display = `:${number}`;
    return computer;
  }

  /** There is no user to type the keychain's password: its prompt ends as if it were dismissed. */
  private dismissPrompts(): void {
    const services = join(this.home, "data/dbus-1/services");
    mkdirSync(services, { recursive: true });
    const prompter = "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/bin/false\n";
    writeFileSync(join(services, "org.gnome.keyring.SystemPrompter.service"), prompter);
  }

  /** The environment of every program here. */
  get env(): NodeJS.ProcessEnv {
    const at = (folder: string) => join(this.home, folder);
    return {
      PATH,
      HOME: this.home,
      XDG_DATA_HOME: at("data"),
      XDG_CONFIG_HOME: at("config"),
      XDG_CACHE_HOME: at("cache"),
      XDG_RUNTIME_DIR: at("run"),
      DISPLAY: this.display,
      LANG: "C.UTF-8",
      // The machine's zone must not matter; a zone without a simulated door makes any use of it visible.
      TZ: "Asia/Kathmandu",
      NO_AT_BRIDGE: "1",
      GTK_USE_PORTAL: "0",
    };
  }

  /** Logs in, after logging out. `more` is added to the session's environment. */
  async login(keychain: Keychain = "open", more: NodeJS.ProcessEnv = {}): Promise<Login> {
    await this.logout();
    this.session = await Login.start({ ...this.env, ...more }, keychain);
    return this.session;
  }

  get said(): string {
    return this.session?.said ?? "";
  }

  /** Starts a program in the session, without the driver. */
  start(program: string, args: string[]): Program {
    return new Program(program, args, this.session?.environment ?? {});
  }

  signal(name: string, signal: NodeJS.Signals): void {
    this.session?.signal(name, signal);
  }

  /** Whether a program of that name runs in the session. */
  runs(name: string): boolean {
    return (this.session?.pids(name) ?? []).length > 0;
  }

  async logout(): Promise<void> {
    await this.session?.end();
    this.session = undefined;
  }

  async stop(): Promise<void> {
    await this.logout();
    await this.screen?.end();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 3 });
  }
}

export class Login {
  readonly driver: string;
  private readonly session: Program;

  private constructor(session: Program, driver: string) {
    this.session = session;
    this.driver = driver;
  }

  static async start(env: NodeJS.ProcessEnv, keychain: Keychain): Promise<Login> {
    const port = await freePort();
    const script = `${KEYCHAINS[keychain]} >/dev/null 2>&1; exec WebKitWebDriver --host=127.0.0.1 --port=${port}`;
    // The second variable makes the program open its window to the driver.
    const all = { ...env, TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" };
    const session = new Program("dbus-run-session", ["--", "sh", "-c", script], all);
    const login = new Login(session, `http://127.0.0.1:${port}`);
    await until("WebKitWebDriver answers", () => isReady(login.driver), { instead: async () => session.said });
    return login;
  }

  /** The terminal output of this session. */
  get said(): string {
    return this.session.said;
  }

  /** What a program inherits that the host starts in this session, which has a bus of its own. */
  get environment(): NodeJS.ProcessEnv {
    const [driver] = this.pids("WebKitWebDriver");
    const lines = read(`/proc/${driver}/environ`).split("\0").map((line) => line.split(/=(.*)/s));
    const all = Object.fromEntries(lines.map(([name = "", value]): [string, string | undefined] => [name, value]));
    return { ...all, TAURI_AUTOMATION: undefined, TAURI_WEBVIEW_AUTOMATION: undefined };
  }

  /** The processes of this session whose program has that name. */
  pids(name: string): number[] {
    return descendants(this.session.pid).filter((pid) => nameOf(pid) === name.slice(0, 15));
  }

  /** Sends a signal to a program. */
  signal(name: string, signal: NodeJS.Signals): void {
    for (const pid of this.pids(name)) kill(pid, signal);
  }

  async end(): Promise<void> {
    await this.session.end();
  }
}

interface Process {
  pid: number;
  parent: number;
}

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      // "pid (name) state parent …"; a name may hold anything, including blanks and parentheses.
      const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

/** The process and its descendants. */
export function descendants(top: number): number[] {
  const all = processes();
  const found = [top];
  for (const parent of found) found.push(...all.filter((one) => one.parent === parent).map((one) => one.pid));
  return found;
}

const nameOf = (pid: number): string => read(`/proc/${pid}/comm`).trim();

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
