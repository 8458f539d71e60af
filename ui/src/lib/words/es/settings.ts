import type { settings as english } from "../en/settings";
import type { Complete } from "../phrase";

export const settings: Complete<typeof english> = {
  "settings.title": "Ajustes",
};
