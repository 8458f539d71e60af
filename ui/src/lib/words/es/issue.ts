import type { issue as english } from "../en/issue";
import type { Complete } from "../phrase";

export const issue: Complete<typeof english> = {
  "issue.title": "Emitir un código",
};
