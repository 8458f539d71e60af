/** The window's zoom: the steps of the keys and the menu, in percent. */
export const ZOOMS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200];

/** The next step, or the last one. */
export function zoomedIn(now: number): number {
  return ZOOMS.find((step) => step > now) ?? now;
}

export function zoomedOut(now: number): number {
  return ZOOMS.filter((step) => step < now).at(-1) ?? now;
}
