/**
 * Each state as an icon, a word and a tone, never the colour alone: the one table that every page, bar and swatch
 * takes them from.
 */
import type { Key } from "$lib/words";
import type { CodeState, Level, AttentionKind } from "$lib/wire";
import type { IconName } from "./icons";

/** `loud`: what must not be overlooked. */
export type Tone = "good" | "busy" | "warn" | "bad" | "loud" | "calm";
export type Status = CodeState | Level | "planned" | "elsewhere" | "ready" | "differs" | "second_code" | "perhaps_same";

export interface Looks {
  icon: IconName;
  word: Key;
  tone: Tone;
  /** A class of `components.css`, for bars and swatches. */
  pattern: string;
}

const look = (icon: IconName, word: Key, tone: Tone, pattern: string): Looks => ({ icon, word, tone, pattern });

export const STATUS: Record<Status, Looks> = {
  not_sent: look("minus", "state.not_sent", "warn", "pattern-unknown"),
  refused: look("fail", "state.refused", "bad", "pattern-failed"),
  unknown: look("question", "state.unknown", "warn", "pattern-unknown"),
  accepted: look("clock", "state.accepted", "busy", "pattern-setting"),
  setting: look("busy", "state.setting", "busy", "pattern-setting"),
  set: look("check-circle", "state.set", "good", "pattern-set"),
  failed: look("fail", "state.failed", "bad", "pattern-failed"),
  gone: look("warning", "state.gone", "bad", "pattern-failed"),
  ended: look("ended", "state.ended", "calm", "pattern-ended"),
  planned: look("planned", "state.planned", "loud", "pattern-planned"),
  elsewhere: look("elsewhere", "state.elsewhere", "calm", "pattern-elsewhere"),
  differs: look("warning", "state.differs", "warn", "pattern-unknown"),
  second_code: look("warning", "state.second_code", "warn", "pattern-unknown"),
  perhaps_same: look("question", "state.perhaps_same", "warn", "pattern-unknown"),
  ready: look("check-circle", "doors.ready", "good", "pattern-set"),
  pass: look("check-circle", "level.pass", "good", "pattern-set"),
  warn: look("warning", "level.warn", "warn", "pattern-unknown"),
  fail: look("fail", "level.fail", "bad", "pattern-failed"),
};

/** What waits for the host, as the state that it is. */
export const ATTENTION: Record<AttentionKind, Status> = {
  not_known: "unknown",
  no_code: "planned",
  failed: "failed",
  gone: "gone",
  differs: "differs",
  refused: "refused",
  not_sent: "not_sent",
  second_code: "second_code",
  perhaps_same: "perhaps_same",
  door: "fail",
};

/** A door, by the worst of its checks. */
export function doorStatus(door: { level: Level; gone?: boolean }): Status {
  if (door.gone) return "gone";
  return door.level === "pass" ? "ready" : door.level;
}
