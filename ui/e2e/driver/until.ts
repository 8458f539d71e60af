/**
 * Waiting for something to be so: asked again and again until it is, or until the deadline. Never a fixed pause.
 */

/** Milliseconds after which a test gives up waiting. Long, for machines are slow; short when all is well. */
export const PATIENCE = 20_000;

const BETWEEN = 20;

export interface Waiting {
  /** Milliseconds. */
  within?: number;
  /** What there is instead, for the message. */
  instead?: () => Promise<string>;
}

/**
 * Gives what `probe` gives as soon as that is not `undefined`, `null` or `false`.
 *
 * A probe that throws has not found it yet; its last complaint is part of the message.
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
