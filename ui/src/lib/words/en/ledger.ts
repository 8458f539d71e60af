import type { Phrases } from "../phrase";

export const ledger = {
  "ledger.title": "Ledger",
} as const satisfies Phrases;
