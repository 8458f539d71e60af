import type { DoorView } from "./wire";
import { word, type Key } from "./words";

/** A door's name, with details that distinguish it from another of that name. */
export function doorLabel(door: Pick<DoorView, "name" | "apart">): string {
  return door.apart ? `${door.name} (${door.apart})` : door.name;
}

/** Why no code can be issued for a door; `null` if one can. */
export function whyNotIssue(door: DoorView): Key | null {
  if (door.gone) return "door.not.gone";
  if (!door.managed) return "door.not.unmanaged";
  if (door.offline_capable === "no") return "door.not.offline";
  if (door.zone === null) return "door.not.zone";
  if (door.slots === 0) return "door.not.slots";
  if (door.usable_slots === 0) return "door.not.usable";
  return door.room === "full" ? "door.not.full" : null;
}

/** A door in a list to choose from, with the reason if no code can be issued for it. */
export function doorChoice(door: DoorView): string {
  const why = whyNotIssue(door);
  return why === null ? doorLabel(door) : `${doorLabel(door)} (${word(why)})`;
}
