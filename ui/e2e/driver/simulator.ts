/** The made-up doors, as a program of its own: what the window under test takes for Seam. */

import { join } from "node:path";
import { Program } from "./processes.ts";

/** Where the programs under test are: as built, or as installed from a package. */
export const BUILT = process.env["LATCHBOOK_PROGRAMS"] ?? join(import.meta.dirname, "../../../target/debug");

export interface Door {
  door_id: string;
  name: string;
  zone: string;
}

interface Told {
  url: string;
  api_key: string;
  workspace_id: string;
  doors: Door[];
}

/** What has been asked of the simulator, whatever became of it. */
export interface Creates {
  total: number;
  requests: number;
}

export class Simulator {
  readonly told: Told;
  private readonly program: Program;

  private constructor(program: Program, told: Told) {
    this.program = program;
    this.told = told;
  }

  /** Quick enough for a test, with a PIN that comes as late as the code is set. */
  static async start(...options: string[]): Promise<Simulator> {
    const args = ["simulate", "--json", "--port", "0", "--setting", "150", "--set", "300", ...options];
    const program = new Program(join(BUILT, "latchbook"), args, { PATH: "/usr/bin:/bin" });
    const [line] = await program.says(/^\{.*\}$/m);
    return new Simulator(program, JSON.parse(line) as Told);
  }

  /** Asks for something to go wrong, or for the world to change: `docs` of the simulator name the routes. */
  async act<T>(route: string, body?: unknown): Promise<T> {
    const request = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${this.told.url}/_sim/${route}`, request);
    if (!answer.ok) throw new Error(`/_sim/${route}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  creates(): Promise<Creates> {
    return this.act<Creates>("creates");
  }

  async end(): Promise<void> {
    await this.program.end();
  }
}
