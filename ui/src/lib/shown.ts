/** Marks when the core's first answer is on the screen, to measure the start (`cargo xtask bench`). */

let isMarked = false;

/** Call once the answer is in the page. By the second frame it has been shown. */
export function markShown(): void {
  if (isMarked) return;
  isMarked = true;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("shown")));
}
