import type { Phrases } from "../phrase";

export const welcome = {
  "welcome.title": "Welcome",
} as const satisfies Phrases;
