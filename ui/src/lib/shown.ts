/** Marks when the first answer of the core is on the screen, for whoever measures the start (`cargo xtask bench`). */

let isMarked = false;

/** To be called once the answer is in the page. By the second frame it has been shown. */
export function markShown(): void {
  if (isMarked) return;
  isMarked = true;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("shown")));
}
