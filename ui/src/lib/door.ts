import type { DoorView } from "./wire";

/** A door's name, with details that distinguish it from another of that name. */
export function doorLabel(door: Pick<DoorView, "name" | "apart">): string {
  return door.apart ? `${door.name} (${door.apart})` : door.name;
}

/** A door in a list to choose from, with the reason if no code can be issued for it. */
export function doorChoice(door: DoorView): string {
  return door.level === "fail" && door.why ? `${doorLabel(door)} · ${door.why}` : doorLabel(door);
}
