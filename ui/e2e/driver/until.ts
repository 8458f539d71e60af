/**
 * Waiting for a condition: checked repeatedly until it holds, or until the deadline. Never a fixed pause.
 */

/** Milliseconds after which a test gives up waiting. Long because machines are slow; short if all is well. */
export const PATIENCE = 20_000;

const BETWEEN = 20;

export interface Waiting {
  /** Milliseconds. */
  within?: number;
  /** The state found instead, for the message. */
  instead?: () => Promise<string>;
}

/**
 * Returns the result of `probe` as soon as it is not `undefined`, `null` or `false`.
 *
 * A probe that throws counts as not yet found; its last error is part of the message.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false>,
  { within = PATIENCE, instead }: Waiting = {},
): Promise<T> {
  const deadline = performance.now() + within;
  let complaint = "";
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      complaint = "";
    } catch (error) {
      complaint = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    if (performance.now() > deadline) {
      const there = instead ? `\nInstead:\n${await instead().catch(String)}` : "";
      throw new Error(`${what}: not within ${within / 1000} s${complaint}${there}`);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}
