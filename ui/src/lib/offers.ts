/** Actions that the shown page takes over from key, menu or palette: `print`, `search`. */

const offers = new Map<string, () => void>();

/** In an effect of a page: takes the action over while the page is shown. Returns a function that ends it. */
export function offer(what: string, run: () => void): () => void {
  offers.set(what, run);
  return () => {
    if (offers.get(what) === run) offers.delete(what);
  };
}

/** Whether the shown page took it. */
export function takeOffer(what: string): boolean {
  const run = offers.get(what);
  run?.();
  return run !== undefined;
}
