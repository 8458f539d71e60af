import type { DoorView } from "./wire";

/** A door's name, with details that distinguish it from another of that name. */
export function doorLabel(door: Pick<DoorView, "name" | "apart">): string {
  return door.apart ? `${door.name} (${door.apart})` : door.name;
}

/** `Mexico City`, of `America/Mexico_City`. */
export function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
