/** Converts anything thrown to the one shape that a screen shows. */
import type { CommandError } from "../wire";

export function isCommandError(value: unknown): value is CommandError {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "message" in value &&
    typeof value.code === "string" &&
    typeof value.message === "string"
  );
}

/** A fault of the program itself has no sentence: the screen words it by its code. */
export function toCommandError(caught: unknown): CommandError {
  if (isCommandError(caught)) return caught;
  const detail = caught instanceof Error ? caught.message : String(caught);
  return { code: "internal", message: "", detail };
}
