/** What the page that is shown does itself when it is asked for by key, menu or palette: `print`, `search`. */

const offers = new Map<string, () => void>();

/** In an effect of a page: takes the action over while the page is shown. Gives what ends it. */
export function offer(what: string, run: () => void): () => void {
  offers.set(what, run);
  return () => {
    if (offers.get(what) === run) offers.delete(what);
  };
}

/** Whether the page that is shown took it. */
export function takeOffer(what: string): boolean {
  const run = offers.get(what);
  run?.();
  return run !== undefined;
}
