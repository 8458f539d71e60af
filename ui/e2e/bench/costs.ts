/** What the processes of a program cost, by what the kernel says of them. */

import { readFileSync } from "node:fs";

/** Of a second; fixed on all that Linux runs on today. */
const TICK = 10;

/** Milliseconds since 1970 at which a process began, to about 20 ms. */
export function began(pid: number): number {
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1_000;
  const now = performance.timeOrigin + performance.now();
  return now - uptime + field(pid, 22) * TICK;
}

/** Milliseconds of processor time that they have used so far. */
export function processorTime(pids: number[]): number {
  return sum(pids.map((pid) => (field(pid, 14) + field(pid, 15)) * TICK));
}

/** Megabytes of memory; what several processes share is counted in parts. */
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
