/** What is said of a door, by how bad it is. */
import type { Level } from "$lib/wire";

const ORDER: readonly Level[] = ["fail", "warn", "pass"];

/** The worst level among them; `null` where there is none. */
export function worst(warnings: readonly { level: Level }[]): Level | null {
  return ORDER.find((level) => warnings.some((one) => one.level === level)) ?? null;
}

/** What fails first, then what warns, then what passes; otherwise as they came. */
export function byLevel<One extends { level: Level }>(all: readonly One[]): One[] {
  return ORDER.flatMap((level) => all.filter((one) => one.level === level));
}
