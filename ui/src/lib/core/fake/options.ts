/** The options of the fake core. */
import type { ErrorCode, KeyState, Mode, SettingsView } from "../../wire";

export interface Options {
  /** How commands that read answer: with everything, with nothing, never, or with `error`. */
  answers: "full" | "empty" | "never" | "error";
  error: ErrorCode;
  mode: Mode;
  keychain: KeyState;
  /** `hostile`: markup, other directions, and names of ten thousand characters. */
  names: "plain" | "hostile";
  /** The recorded codes, or that many of them, repeated. */
  codes: number;
  /** Whether the doors are in this computer's zone. */
  clocks: "apart" | "alike";
  /** The outcome of issuing. */
  issue: "set" | "setting" | "unknown" | "refused" | "unrecorded" | "changed";
  /** The findings of a comparison. */
  seam: "differs" | "same";
  settings: Partial<SettingsView>;
  /** Milliseconds that slow work takes; 0 in tests. */
  pace: number;
}

export const FULL: Options = {
  answers: "full",
  error: "unavailable",
  mode: "demo",
  keychain: "kept",
  names: "plain",
  codes: 60,
  clocks: "apart",
  issue: "set",
  seam: "differs",
  settings: {},
  pace: 0,
};

/** From the address of the page: `?answers=empty&mode=live&names=hostile&codes=60000&theme=dark&language=es`. */
export function optionsFrom(search: string): Options {
  const given = new URLSearchParams(search);
  const pick = <Name extends keyof Options>(name: Name) => (given.get(name) ?? FULL[name]) as Options[Name];
  const settings: Record<string, unknown> = {};
  for (const name of ["theme", "language", "density", "clock"]) if (given.has(name)) settings[name] = given.get(name);
  if (given.has("conceal")) settings["conceal"] = true;
  return {
    answers: pick("answers"),
    clocks: pick("clocks"),
    error: pick("error"),
    mode: pick("mode"),
    keychain: pick("keychain"),
    names: pick("names"),
    issue: pick("issue"),
    seam: pick("seam"),
    codes: Number(given.get("codes") ?? FULL.codes),
    pace: Number(given.get("pace") ?? 350),
    settings,
  };
}
