/** The made-up doors, as a separate program: the window under test takes it for Seam. */

import { join } from "node:path";
import { Program } from "./processes.ts";

/** The folder of the programs under test, as built or as installed from a package. */
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

/** All requests to the simulator, whatever their outcome. */
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

  /** Fast enough for a test, with a PIN that arrives only once the code is set. */
  static async start(...options: string[]): Promise<Simulator> {
    const args = ["simulate", "--json", "--port", "0", "--setting", "150", "--set", "300", ...options];
    const program = new Program(join(BUILT, "latchbook"), args, { PATH: "/usr/bin:/bin" });
    const [line] = await program.says(/^\{.*\}$/m);
    return new Simulator(program, JSON.parse(line) as Told);
  }

  /** Requests a fault or a change in the simulated world; the simulator's docs list the routes. */
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
