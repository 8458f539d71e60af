/**
 * A core in memory, for the browser and for tests. It has no rules: it replays Rust's answers (`scenario.json`, written
 * by `cargo test -p wire`), and fails on a request that the scenario lacks.
 */
import { PRESENTATION } from "../../errors/presentation";
import { COMMANDS, type Commands, type CommandError, type Events, type Job } from "../../wire";
import type { Core } from "..";
import { linesOf, numbering } from "./lines";
import { renamed } from "./names";
import { FULL, optionsFrom, type Options } from "./options";
import { CONCEALED, keysOf, replyOf, tapeOf, type Name, type Reply, type Step } from "./tape";

export { type Options } from "./options";

/** The fake, with the parts that tests use. */
export interface FakeCore extends Core {
  options: Options;
  /** The current answers, to be changed in place. */
  answer<Command extends keyof Commands>(name: Command, ...request: Parameters<Commands[Command]>): Awaited<ReturnType<Commands[Command]>>;
  emit<Event extends keyof Events>(name: Event, event: Events[Event]): void;
  /** Every command that was called, with its request. */
  calls: { name: keyof Commands; request: unknown }[];
}

/** These always answer: without them there is no page. */
const ALWAYS = new Set<Name>(["get_status", "get_settings", "save_settings", "get_keychain", "start_demo", "leave_demo"]);

type Listener = (event: never) => void;

const wait = (milliseconds: number) => (milliseconds === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, milliseconds)));

/** Rejects as the core does. */
function refuse(error: CommandError): never {
  throw error as unknown as Error;
}

export function fakeCore(given: Partial<Options> = {}): FakeCore {
  const options = { ...FULL, ...given };
  const { replies, steps } = tapeOf(options);
  const numbered = numbering(options.codes);
  const listeners = new Map<keyof Events, Set<Listener>>();
  const calls: FakeCore["calls"] = [];
  const stopped = new Set<Job>();
  const shown = <T>(value: T): T => (options.names === "hostile" ? renamed(value) : structuredClone(value));

  const emit: FakeCore["emit"] = (name, event) => {
    for (const handle of listeners.get(name) ?? []) handle(event as never);
  };

  const on: Core["on"] = (name, handle) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(handle));
    return () => void all.delete(handle);
  };

  function find<T>(all: Record<string, T>, name: Name, request: unknown): T | undefined {
    return keysOf(name, request).map((key) => all[key]).find((one) => one !== undefined);
  }

  function need(name: Name, request: unknown): Reply {
    const hasPin = (request as { with_pin?: boolean } | undefined)?.with_pin ?? true;
    const refused = replyOf(replies, "get_settings").conceal && hasPin ? CONCEALED[`${name} *`] : undefined;
    const reply = refused ?? find(replies, name, numbered.down(request));
    if (!reply) throw new Error(`The scenario was not asked ${keysOf(name, request)[0]}: add it to the Rust test that writes it.`);
    return reply;
  }

  /** Emits progress during the work; then applies the changes and emits them. */
  async function play({ events, after, reply }: Step): Promise<Reply> {
    for (const [name, event] of events) {
      if (name === "changed") continue;
      emit(name, shown(event) as never);
      await wait(options.pace);
      const job = name === "progress" ? (event as Events["progress"]).job : null;
      if (job && stopped.delete(job)) {
        emit("progress", { ...(event as Events["progress"]), ended: true });
        return replies["stopped"] as Reply;
      }
    }
    for (const [key, now] of Object.entries(structuredClone(after))) {
      const before = replies[key];
      // Only changed parts of the frame are recorded.
      if (key === "get_status" && before && "answer" in before && "answer" in now) Object.assign(before.answer as object, now.answer);
      else replies[key] = now;
    }
    for (const [name, event] of events) if (name === "changed") emit(name, event as Events["changed"]);
    return reply;
  }

  async function call(name: Name, request: unknown): Promise<unknown> {
    if (name === "cancel_job") stopped.add((request as { job: Job }).job);
    if (name === "save_settings") return save(request as { settings: never });
    if (name === "list_codes") return shown(linesOf(need, request, options.codes));
    const step = find(steps, name, numbered.down(request));
    const reply = step ? await play(step) : need(name, request);
    if ("error" in reply) refuse(reply.error);
    return numbered.up(shown(reply.answer), request);
  }

  /** Saved settings are returned by later reads. */
  function save({ settings }: { settings: never }): unknown {
    replies["get_settings"] = { answer: structuredClone(settings) };
    emit("changed", { what: ["settings"] });
    return structuredClone(settings);
  }

  const commands = COMMANDS.map((name) => [name, async (request?: unknown) => {
    calls.push({ name, request });
    if (options.answers === "never" && !ALWAYS.has(name)) return new Promise(() => undefined);
    if (options.answers === "error" && !ALWAYS.has(name)) refuse(errorOf(options));
    return call(name, request);
  }]);
  const answer = (name: Name, request?: unknown) => {
    const reply = need(name, request);
    return "answer" in reply ? reply.answer : refuse(reply.error);
  };
  return { ...(Object.fromEntries(commands) as Commands), on, emit, options, calls, answer: answer as FakeCore["answer"] };
}

function errorOf({ error }: Options): CommandError {
  const code = error in PRESENTATION ? error : "internal";
  return { code, message: "Seam did not answer as expected. Nothing was sent. Try again in a minute.", detail: "HTTP 503, request b6c2-91" };
}

export function fakeCoreFromAddress(): FakeCore {
  const fake = fakeCore(optionsFrom(location.search));
  Object.assign(window, { fake });
  return fake;
}
