/** The scenario that Rust wrote, and the part of it that the options choose. */
import type { CommandError, Commands, Events, SettingsView, StatusView } from "../../wire";
import type { Options } from "./options";
import text from "./scenario.json?raw";

export type Name = keyof Commands;
export type Reply = { answer: unknown } | { error: CommandError };
export type Replies = Record<string, Reply>;

/** Something that the host does. */
export interface Step {
  reply: Reply;
  events: [keyof Events, unknown][];
  after: Replies;
}

interface Tape {
  replies: Replies;
  steps: Record<string, Step>;
}

interface Scenario {
  full: Replies;
  empty: Replies;
  steps: Record<string, Step>;
  variants: Record<string, Partial<Tape>>;
}

/** Keys in order, as Rust spells a request. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
};

/**
 * Possible places of an answer: for exactly this request, for one without its label, for its format, for any request.
 */
export function keysOf(name: Name, request: unknown): string[] {
  if (request === undefined) return [name];
  const asked = request as { draft?: object; format?: string };
  const keys = [`${name} ${JSON.stringify(sorted(request))}`];
  if (asked.draft) keys.push(`${name} ${JSON.stringify(sorted({ ...asked, draft: { ...asked.draft, label: null } }))}`);
  if (asked.format) keys.push(`${name} ${asked.format}`);
  return [...keys, `${name} *`];
}

export function replyOf(replies: Replies, name: "get_settings"): SettingsView;
export function replyOf(replies: Replies, name: "get_status"): StatusView;
export function replyOf(replies: Replies, name: Name): unknown {
  return (replies[name] as { answer: unknown }).answer;
}

const variant = (scenario: Scenario, name: string): Partial<Tape> => scenario.variants[name] ?? {};

export function tapeOf(options: Options): Tape {
  const scenario = JSON.parse(text) as Scenario;
  const chosen = [`issue ${options.issue}`, `clocks ${options.clocks}`, `seam ${options.seam}`, `keychain ${options.keychain}`].map((name) => variant(scenario, name));
  const replies: Replies = Object.assign(options.answers === "empty" ? scenario.empty : scenario.full, ...chosen.map((one) => one.replies));
  // A refusal replaces the step that would succeed.
  const refused = new Set(chosen.flatMap((one) => Object.keys(one.replies ?? {})));
  const all = Object.entries<Step>(Object.assign(scenario.steps, ...chosen.map((one) => one.steps)));
  const steps = Object.fromEntries(all.filter(([key]) => !refused.has(key)));
  replies["get_keychain"] = { answer: options.keychain };
  Object.assign(replyOf(replies, "get_settings"), options.settings);
  Object.assign(replyOf(replies, "get_status"), frameOf(options));
  return { replies, steps };
}

/** Commands that are refused while PINs are concealed. */
export const CONCEALED: Replies = variant(JSON.parse(text) as Scenario, "concealed").replies ?? {};

function frameOf({ mode, keychain }: Options): Partial<StatusView> {
  if (mode === "live") return { mode, workspace: "Harbour Stays", is_sandbox: false, key: keychain, key_ends: "x4Qd" };
  return mode === "none" ? { mode, workspace: null } : { mode };
}
