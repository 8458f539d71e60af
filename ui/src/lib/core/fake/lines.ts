/** A list of any length: the recorded one repeated, the newest first, each code with a separate number. */
import type { CodeLinesView, CodeLineView, CodesRequest, CommandError } from "../../wire";
import type { Name, Reply } from "./tape";

/** How many codes the scenario has. */
export const RECORDED = 60;

/** Numbers beyond the recorded ones repeat the same codes. */
export function numbering(codes: number) {
  const recorded = (id: number) => (id > RECORDED && id <= codes ? ((id - 1) % RECORDED) + 1 : id);
  const idOf = (request: unknown) => (request as { intent_id?: number | null } | undefined)?.intent_id ?? null;
  return {
    down(request: unknown): unknown {
      const id = idOf(request);
      return id === null ? request : { ...(request as object), intent_id: recorded(id) };
    },
    up(answer: unknown, request: unknown): unknown {
      const [id, code] = [idOf(request), (answer as { code?: { intent_id?: number } } | null)?.code];
      if (id !== null && code?.intent_id === recorded(id)) code.intent_id = id;
      return answer;
    },
  };
}

export function linesOf(need: (name: Name, request: unknown) => Reply, given: unknown, codes: number): CodeLinesView {
  const { request } = given as { request: CodesRequest };
  const reply = need("list_codes", { request: { ...request, after: null, skip: 0, limit: 500 } });
  if ("error" in reply) throw reply.error as CommandError as unknown as Error;
  const lines = (reply.answer as CodeLinesView).codes;
  const times = Math.max(1, Math.floor(codes / RECORDED));
  const total = lines.length * times;
  const at = (row: number): CodeLineView[] => lines.slice(row % lines.length, (row % lines.length) + 1).map((line) => ({
    ...line, intent_id: line.intent_id + RECORDED * (times - 1 - Math.floor(row / lines.length)),
  }));
  const rows = Array.from({ length: total }, (_, row) => row);
  const after = request.after === null ? 0 : rows.findIndex((row) => at(row).some((line) => line.intent_id < (request.after ?? 0)));
  const begin = after < 0 ? total : after + request.skip;
  const page = rows.slice(begin, begin + request.limit).flatMap(at);
  const last = page.at(-1);
  return { codes: page, total, next: last && begin + page.length < total ? last.intent_id : null };
}
