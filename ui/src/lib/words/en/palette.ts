import type { Phrases } from "../phrase";

export const palette = {
  "palette.title": "Command palette",
} as const satisfies Phrases;
