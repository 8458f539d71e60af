import type { DoorView } from "./wire";

/** A door's name, with details that distinguish it from another of that name. */
export function doorLabel(door: Pick<DoorView, "name" | "apart">): string {
  return door.apart ? `${door.name} (${door.apart})` : door.name;
}
