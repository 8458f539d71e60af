import type { Phrases } from "../phrase";

export const doors = {
  "doors.title": "Doors",
} as const satisfies Phrases;
