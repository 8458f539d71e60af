/** What a program's processes cost, as measured by the kernel. */

import { readFileSync } from "node:fs";

/** Milliseconds per kernel tick; the same on every Linux in use today. */
const TICK = 10;

/** Milliseconds since 1970 at which a process began, accurate to about 20 ms. */
export function began(pid: number): number {
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1_000;
  const now = performance.timeOrigin + performance.now();
  return now - uptime + field(pid, 22) * TICK;
}

/** Milliseconds of processor time that they have used so far. */
export function processorTime(pids: number[]): number {
  return sum(pids.map((pid) => (field(pid, 14) + field(pid, 15)) * TICK));
}

/** Megabytes of memory; memory shared by several processes is divided among them. */
export function memory(pids: number[]): number {
  return sum(pids.map(proportional)) / 1024;
}

function proportional(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? Number.NaN);
}

/** A field of /proc/PID/stat by its number in proc(5). */
function field(pid: number, number: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[number - 3]);
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
