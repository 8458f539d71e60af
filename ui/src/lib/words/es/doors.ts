import type { doors as english } from "../en/doors";
import type { Complete } from "../phrase";

export const doors: Complete<typeof english> = {
  "doors.title": "Puertas",
};
