/** Today's first answers, read while the frame is being made. */
import { core } from "$lib/core";
import type { TodayView } from "$lib/wire";

let ahead: TodayView | null = null;

export async function readToday(): Promise<void> {
  ahead = await core.get_today();
}

/** Returns it once: by the next time it is old. */
export function takeToday(): TodayView | null {
  const taken = ahead;
  ahead = null;
  return taken;
}
