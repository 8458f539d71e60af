import type { ledger as english } from "../en/ledger";
import type { Complete } from "../phrase";

export const ledger: Complete<typeof english> = {
  "ledger.title": "Registro",
};
