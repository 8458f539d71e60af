import type { Phrases } from "../phrase";

export const today = {
  "today.title": "Today",
} as const satisfies Phrases;
