import type { print as english } from "../en/print";
import type { Complete } from "../phrase";

export const print: Complete<typeof english> = {
  "print.title": "Imprimir",
};
