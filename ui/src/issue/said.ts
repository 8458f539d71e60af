/** What a box already says is not said again among the notes and checks. */
import type { DraftView } from "$lib/wire";

/** The notes and checks, by their code, that each risk, objection or remark of the page stands for. */
const SAID: Record<string, readonly string[]> = {
  tables_disagree: ["tables_disagree", "zone_data"],
  offline_unknown: ["offline_codes"],
  same_slot_overlaps: ["overlap"],
  other_overlaps: ["overlap"],
  shift: ["shift", "rounded_by_day"],
  scarce: ["scarce"],
  full: ["full"],
  dst_gap: ["dst"],
  dst_fold: ["dst"],
};

/** The notes and the checks that are not said elsewhere. */
export function unsaid({ preview, risks, objection, checks }: DraftView) {
  const codes = [...risks.map((one) => one.code), objection?.code ?? "", ...(preview?.notes ?? []).map((one) => one.code).filter((code) => code.startsWith("dst_"))];
  const said = new Set(codes.flatMap((code) => SAID[code] ?? []));
  return {
    notes: preview?.notes.filter((one) => !said.has(one.code)) ?? [],
    // A door that cannot issue says why in one place; the rest is of no use until then.
    checks: objection && objection.code !== "needs_yes" ? [] : checks.filter((one) => one.level === "pass" || !said.has(one.check)),
  };
}
