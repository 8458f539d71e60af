/** Programs that a test starts: keeps their output, awaits their end. */

import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { until } from "./until.ts";

export class Program {
  private readonly child: ChildProcess;
  private readonly name: string;
  private words = "";

  constructor(command: string, args: string[], env: NodeJS.ProcessEnv) {
    this.name = command;
    // A separate process group, so that its children end with it.
    this.child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const keep = (words: Buffer) => (this.words += words.toString());
    this.child.stdout?.on("data", keep);
    this.child.stderr?.on("data", keep);
    this.child.on("error", (error) => (this.words += error.message));
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.name} did not start: ${this.words}`);
    return this.child.pid;
  }

  /** All output so far. */
  get said(): string {
    return this.words;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The exit code, once there is one. */
  async ended(): Promise<number | null> {
    await until(`${this.name} ends`, async () => this.hasEnded);
    return this.child.exitCode;
  }

  /** Waits for output that matches; returns the match. */
  says(words: RegExp): Promise<RegExpMatchArray> {
    const there = async () => `${this.hasEnded ? "it has ended; " : ""}it said:\n${this.words}`;
    return until(`${this.name} says ${words}`, async () => this.words.match(words), { instead: there });
  }

  /** Ends it and everything it started. */
  async end(): Promise<void> {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      if (!kill(-this.pid, signal)) return;
      const isGone = () => !kill(-this.pid, 0);
      await until(`${this.name} ends`, async () => isGone(), { within: 5_000 }).catch(() => undefined);
    }
  }
}

/** Sends a signal; returns whether the process was still there. */
export function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** A port that is free at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
