/** The app window's figures next to those of an empty window of the same versions (`src-tauri/xtask/empty-app`). */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Computer, descendants } from "../driver/computer.ts";
import { Page } from "../driver/page.ts";
import { BUILT } from "../driver/simulator.ts";
import { chooseDays, newStay } from "../driver/stay.ts";
import { until } from "../driver/until.ts";
import { Key, Session, type Handle } from "../driver/webdriver.ts";
import { IDENTIFIER } from "../driver/window.ts";
import { began, memory, processorTime } from "./costs.ts";
import { absolute, median, p95, ratio, table, type Figure } from "./figures.ts";
import { responses } from "./responses.ts";

const TARGET = join(import.meta.dirname, "../../../target");
/** Runs of each: an empty window's time varies by a fifth from one run to the next. */
const STARTS = 21;
const IDLE = 60_000;

const figures: Figure[] = [];

afterAll(() => {
  process.stdout.write(`\n${table(figures)}\n\n`);
});

interface Running {
  page: Page;
  /** The window's process and its descendants. */
  pids: () => number[];
  /** Milliseconds from the start of the process to the compared frame. */
  shown: number;
}

/** A computer with a record of that many codes. */
async function computer(codes: number): Promise<Computer> {
  const made = await Computer.start();
  if (codes > 0) execFileSync(join(BUILT, "bench"), ["fill", join(made.home, "data", IDENTIFIER), String(codes)]);
  return made;
}

/** Starts a program and waits until its page reports that its content has been shown. */
async function start(at: Computer, name: string, { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {}): Promise<Running> {
  const login = await at.login("open", env);
  const session = await Session.open(login.driver, join(BUILT, name), args);
  const moment = () =>
    session.run<number | null>(
      "const mark = performance.getEntriesByName('shown')[0]; return mark ? performance.timeOrigin + mark.startTime : null",
    );
  const painted = await until(`${name} shows its page`, moment);
  const [pid] = login.pids(name);
  if (pid === undefined) throw new Error(`${name} is not running`);
  return { page: new Page(session), pids: () => descendants(pid), shown: painted - began(pid) };
}

/** Memory, once two readings half a second apart agree. */
async function settledMemory(pids: () => number[]): Promise<number> {
  let last = 0;
  return until("memory settles", async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const next = memory(pids());
    const isSettled = Math.abs(next - last) < next / 100;
    last = next;
    return isSettled && next;
  });
}

interface Start {
  shown: number;
  memory: number;
}

async function measured(at: Computer, name: string): Promise<Start> {
  const running = await start(at, name);
  const used = await settledMemory(running.pids);
  await running.page.session.close();
  return { shown: running.shown, memory: used };
}

function put(figure: Figure): void {
  figures.push(figure);
  expect.soft(figure.value, figure.name).toBeLessThanOrEqual(figure.atMost);
}

test("start and memory", async () => {
  const bare = await computer(0);
  const full = await computer(20_000);
  const floors: Start[] = [];
  const ours: Start[] = [];
  // Take turns, so that other load on the machine affects both.
  for (let round = 0; round <= STARTS; round += 1) {
    floors.push(await measured(bare, "empty-app"));
    ours.push(await measured(full, "latchbook-desktop"));
  }
  await bare.stop();
  await full.stop();
  const of = (starts: Start[], figure: keyof Start) => median(starts.slice(1).map((one) => one[figure]));
  put(ratio("start to Today, 20,000 codes", "ms", of(ours, "shown"), of(floors, "shown"), 1.3));
  put(ratio("memory of all processes", "MB", of(ours, "memory"), of(floors, "memory"), 1.25));
});

/** Milliseconds until an answer is painted, for each key: the minimum for a key that asks the program. */
async function leastResponses(count: number): Promise<number[]> {
  const at = await computer(0);
  const { page } = await start(at, "empty-app");
  const line = await page.session.run<Handle>(ECHO);
  const times = await responses(page, line, Array.from({ length: count }, (_, number) => (number % 2 === 0 ? "5" : Key.Backspace)));
  await page.session.close();
  await at.stop();
  return times;
}

/** An empty page with a field, and a line that shows the program's answer to it. */
const ECHO = `
  const [field, line] = ["input", "p"].map((name) => document.body.appendChild(document.createElement(name)));
  field.oninput = async () => {
    line.textContent = "'" + (await window.__TAURI_INTERNALS__.invoke("echo", { text: field.value })) + "'";
  };
  field.focus();
  return line;
`;

/** Measures ours, and an empty window before and after it, so that other load on the machine affects both. */
async function besideTheLeast(ours: () => Promise<number[]>): Promise<{ ours: number; least: number }> {
  const before = await leastResponses(30);
  const times = await ours();
  const after = await leastResponses(30);
  return { ours: p95(times), least: p95([...before, ...after]) };
}

/** Milliseconds of processor time that a program uses while idle. */
async function idle(codes: number, name: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const at = await computer(codes);
  const { pids, page } = await start(at, name, { env });
  await settledMemory(pids);
  const before = processorTime(pids());
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const used = processorTime(pids()) - before;
  await page.session.close();
  await at.stop();
  return used;
}

// If the doors are elsewhere, Today names their clocks (decision 0024).
test.each([
  { where: "doors elsewhere", zone: "Asia/Kathmandu" },
  { where: "doors here", zone: "America/Los_Angeles" },
])("idle, $where", async ({ where, zone }) => {
  const percent = (used: number) => (100 * used) / IDLE;
  const least = percent(await idle(0, "empty-app"));
  const ours = percent(await idle(20_000, "latchbook-desktop", { TZ: zone }));
  put(absolute(`idle over 60 s, ${where}, of one core`, "%", ours, 0.3, least));
});

test("search of the ledger", async () => {
  const { ours, least } = await besideTheLeast(async () => {
    const at = await computer(60_000);
    const { page } = await start(at, "latchbook-desktop");
    await page.click("link", /^Ledger/);
    const search = await page.see("searchbox");
    const rows = await page.see("grid");
    await page.session.run("arguments[0].focus()", search);
    const words = ["loft 12", "cabin", "garden house 2", "2024", "pool"];
    const keys = words.flatMap((word) => [...word, ...word].map((letter, at) => (at < word.length ? letter : Key.Backspace)));
    const times = await responses(page, rows, keys);
    await page.session.close();
    await at.stop();
    expect(times.length, "keys that changed the rows").toBeGreaterThan(keys.length / 2);
    return times;
  });
  put(absolute("search key to rows painted, 60,000 codes, p95", "ms", ours, 50, least));
});

test("preview of the issue page", async () => {
  const { ours, least } = await besideTheLeast(async () => {
    const at = await computer(0);
    const { page } = await start(at, "latchbook-desktop", { args: ["--demo"] });
    await newStay(page);
    await chooseDays(page, "12", "15");
    await page.read("Opens");
    const promise = await page.see("region", "What the lock will do");
    await page.session.run("arguments[0].focus(); arguments[0].setSelectionRange(5, 5)", await page.see("textbox", "Check-in"));
    // 16:00, 16:0, 16:05, 16:0, 16:00 …
    const keys = [..."50".repeat(25)].flatMap((figure) => [Key.Backspace, figure]);
    const times = await responses(page, promise, keys);
    await page.session.close();
    await at.stop();
    expect(times.length, "keys that changed the preview").toBeGreaterThan(keys.length / 2);
    return times;
  });
  put(absolute("a change of the stay to its preview painted, p95", "ms", ours, 40, least));
});

test("weight", () => {
  const dist = join(TARGET, "dist");
  const [deb] = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith(".deb")) : [];
  if (deb) put(absolute(".deb", "MB", statSync(join(dist, deb)).size / 1e6, 10));
});
