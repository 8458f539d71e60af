/** A door's messages, by severity. */
import type { Level } from "$lib/wire";

const ORDER: readonly Level[] = ["fail", "warn", "pass"];

/** The worst level among them; `null` if there are none. */
export function worst(warnings: readonly { level: Level }[]): Level | null {
  return ORDER.find((level) => warnings.some((one) => one.level === level)) ?? null;
}

/** Failures first, then warnings, then passes; otherwise in their original order. */
export function byLevel<One extends { level: Level }>(all: readonly One[]): One[] {
  return ORDER.flatMap((level) => all.filter((one) => one.level === level));
}
