/** A core in memory, for the browser and for tests: eight doors, as many codes as wanted, and every kind of trouble. */
import { PRESENTATION } from "../../errors/presentation";
import type { Changed, CommandError, Commands, Events } from "../../wire";
import type { Core } from "..";
import { commandsOf } from "./commands";
import { FULL, scenarioFrom, type Scenario } from "./scenario";
import { makeWorld, type World } from "./world";

export { FULL, scenarioFrom, type Scenario } from "./scenario";

/** The fake, with what a test wants to reach: its world, and events as the core sends them. */
export interface FakeCore extends Core {
  world: World;
  scenario: Scenario;
  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void;
  /** Every command that was called, with its request. */
  calls: { name: keyof Commands; request: unknown }[];
}

/** These answer whatever the scenario is: without them there is no page. */
const ALWAYS = new Set<keyof Commands>(["get_status", "get_settings", "save_settings", "get_keychain", "start_demo", "leave_demo"]);

type Listener = (event: never) => void;

export function fakeCore(given: Partial<Scenario> = {}): FakeCore {
  const scenario = { ...FULL, ...given };
  const world = makeWorld(scenario);
  const listeners = new Map<keyof Events, Set<Listener>>();
  const calls: FakeCore["calls"] = [];
  const emit: FakeCore["emit"] = (name, event) => {
    for (const handle of listeners.get(name) ?? []) handle(event as never);
  };
  const on: Core["on"] = (name, handle) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(handle));
    return () => void all.delete(handle);
  };
  const commands = commandsOf({ world, scenario, emit, changed: (...what: Changed[]) => emit("changed", { what }) });
  const guarded = Object.entries(commands).map(([key, command]) => {
    const name = key as keyof Commands;
    return [name, (request: never) => {
      calls.push({ name, request });
      if (scenario.answers === "never" && !ALWAYS.has(name)) return new Promise(() => undefined);
      if (scenario.answers === "error" && !ALWAYS.has(name)) return Promise.reject(errorOf(scenario));
      return (command as (request: never) => Promise<unknown>)(request);
    }];
  });
  return { ...(Object.fromEntries(guarded) as Commands), on, emit, world, scenario, calls };
}

function errorOf(scenario: Scenario): CommandError {
  const known = scenario.error in PRESENTATION;
  return { code: known ? scenario.error : "internal", message: "Seam did not answer as expected. Nothing was sent. Try again in a minute.", detail: "HTTP 503, request b6c2-91" };
}

export function fakeCoreFromAddress(): FakeCore {
  const fake = fakeCore(scenarioFrom(location.search));
  Object.assign(window, { fake });
  return fake;
}
