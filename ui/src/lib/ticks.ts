/**
 * The passing of time: the only place that reads this computer's clock. The current day and time of day come from the
 * core.
 */

const SECOND = 1000;

export const MINUTE = 60 * SECOND;

/**
 * Milliseconds, only for differences: never read a day or time of day from them. They continue while the computer
 * sleeps.
 */
export const now = (): number => Date.now();

/** Runs each time the clock reaches a multiple of that many minutes. Returns a function that stops it. */
export function everyMinutes(count: number, act: () => void): () => void {
  const apart = count * MINUTE;
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => {
      wait();
      act();
    }, apart - (now() % apart));
  };
  wait();
  return () => clearTimeout(timer);
}

/** Runs each second with the seconds passed: more than one if the computer slept. Returns a function that stops it. */
export function everySecond(act: (passed: number) => void): () => void {
  let last = now();
  const timer = setInterval(() => {
    const passed = Math.round((now() - last) / SECOND);
    last = now();
    act(Math.max(1, passed));
  }, SECOND);
  return () => clearInterval(timer);
}
