/** The ledger, one of its codes, the comparison, and what is printed. */
const compare = async (page) => {
  await page.getByRole("button", { name: "Compare with Seam" }).click();
  await page.getByRole("status").filter({ hasText: /compared|matches/ }).waitFor();
};

export const VIEWS = [
  { name: "ledger", query: "codes=60000", route: "ledger", wait: "[role=row][data-index]" },
  { name: "ledger_es", query: "language=es", route: "ledger", wait: "[role=row][data-index]" },
  { name: "ledger_middle", query: "codes=21000", route: "ledger", wait: "[role=row][data-index]", act: async (page) => {
    await page.locator("[role=grid]").evaluate((grid) => (grid.scrollTop = grid.scrollHeight / 2));
  } },
  { name: "ledger_code", query: "codes=6000", route: "ledger/6000", wait: "[aria-label=History]" },
  { name: "ledger_unknown", route: "ledger/57", wait: "[aria-label=History]" },
  { name: "ledger_failed", query: "language=es", route: "ledger/54", wait: "[aria-label=Historial]" },
  { name: "ledger_nothing", route: "ledger?find=nobody&state=set", wait: ".none" },
  { name: "ledger_new", query: "answers=empty", route: "ledger" },
  { name: "ledger_damaged", query: "answers=error&error=damaged", route: "ledger" },
  { name: "ledger_elsewhere", route: "ledger?view=elsewhere" },
  { name: "ledger_compare", route: "ledger?view=compare", act: compare },
  { name: "ledger_same", query: "seam=same", route: "ledger?view=compare", act: compare },
  { name: "ledger_hostile", query: "names=hostile", route: "ledger", wait: "[role=row][data-index]" },
  { name: "ledger_code_hostile", query: "names=hostile", route: "ledger/58", wait: "[aria-label=History]" },
  { name: "print", route: "print/60?language=en" },
  { name: "print_fr", query: "clock=12h", route: "print/58?language=fr" },
];
