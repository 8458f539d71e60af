import type { today as english } from "../en/today";
import type { Complete } from "../phrase";

export const today: Complete<typeof english> = {
  "today.title": "Hoy",
};
