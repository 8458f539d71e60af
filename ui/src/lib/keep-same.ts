/**
 * Merges a newer answer with an older one: equal parts are the older objects, so unchanged parts are not drawn again.
 * Answers are JSON and are never mutated.
 */
export function keepSame<Answer>(before: Answer, next: Answer): Answer {
  if (!isBranch(before) || !isBranch(next) || Array.isArray(before) !== Array.isArray(next)) return next;
  const older: Branch = before;
  const kept: [string, unknown][] = Object.entries(next).map(([key, value]) => [key, keepSame(older[key], value)]);
  const isSame = kept.length === Object.keys(older).length && kept.every(([key, value]) => key in older && value === older[key]);
  if (isSame) return before;
  return (Array.isArray(next) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Answer;
}

type Branch = Record<string, unknown>;

const isBranch = (value: unknown): value is Branch => typeof value === "object" && value !== null;
