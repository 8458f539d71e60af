import type { Phrases } from "../phrase";

export const settings = {
  "settings.title": "Settings",
} as const satisfies Phrases;
