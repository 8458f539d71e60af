import type { Phrases } from "../phrase";

export const readiness = {
  "readiness.title": "Readiness",
} as const satisfies Phrases;
