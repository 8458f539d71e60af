import type { Phrases } from "../phrase";

export const issue = {
  "issue.title": "Issue a code",
} as const satisfies Phrases;
