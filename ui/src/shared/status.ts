/** Each state and level as an icon, a word and a tone; never the colour alone. */
import type { Key } from "$lib/words";
import type { CodeState, Level } from "$lib/wire";
import type { IconName } from "./icons";

export type Tone = "good" | "busy" | "warn" | "bad" | "calm";
export type Status = CodeState | Level | "planned" | "elsewhere";

export interface Looks {
  icon: IconName;
  word: Key;
  tone: Tone;
  /** A class of `components.css`, for bars and swatches. */
  pattern: string;
}

const look = (icon: IconName, word: Key, tone: Tone, pattern: string): Looks => ({ icon, word, tone, pattern });

export const STATUS: Record<Status, Looks> = {
  not_sent: look("minus", "state.not_sent", "calm", "pattern-planned"),
  refused: look("fail", "state.refused", "bad", "pattern-failed"),
  unknown: look("question", "state.unknown", "warn", "pattern-unknown"),
  accepted: look("clock", "state.accepted", "busy", "pattern-setting"),
  setting: look("busy", "state.setting", "busy", "pattern-setting"),
  set: look("check-circle", "state.set", "good", "pattern-set"),
  failed: look("fail", "state.failed", "bad", "pattern-failed"),
  gone: look("warning", "state.gone", "bad", "pattern-failed"),
  ended: look("ended", "state.ended", "calm", "pattern-ended"),
  planned: look("planned", "state.planned", "calm", "pattern-planned"),
  elsewhere: look("elsewhere", "state.elsewhere", "calm", "pattern-elsewhere"),
  pass: look("check-circle", "level.pass", "good", "pattern-set"),
  warn: look("warning", "level.warn", "warn", "pattern-unknown"),
  fail: look("fail", "level.fail", "bad", "pattern-failed"),
};
