import type { readiness as english } from "../en/readiness";
import type { Complete } from "../phrase";

export const readiness: Complete<typeof english> = {
  "readiness.title": "Preparación",
};
