import type { palette as english } from "../en/palette";
import type { Complete } from "../phrase";

export const palette: Complete<typeof english> = {
  "palette.title": "Paleta de órdenes",
};
