import type { Phrases } from "../phrase";

export const print = {
  "print.title": "Print",
} as const satisfies Phrases;
