/** Every text in a view: what a layout has to show. */
export function saidBy(view: unknown): string[] {
  if (typeof view === "string") return [view];
  return view !== null && typeof view === "object" ? Object.values(view).flatMap(saidBy) : [];
}
