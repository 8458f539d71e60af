import type { welcome as english } from "../en/welcome";
import type { Complete } from "../phrase";

export const welcome: Complete<typeof english> = {
  "welcome.title": "Bienvenida",
};
