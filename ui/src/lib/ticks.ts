/** How time passes: the only place that looks at this computer's clock. Which day and which time of day it is comes from the core. */

const SECOND = 1000;

export const MINUTE = 60 * SECOND;

/** Milliseconds, for a difference: no day and no time of day is read off them. It goes on while the computer sleeps. */
export const now = (): number => Date.now();

/** Does it each time that the clock comes to a multiple of so many minutes. Gives what ends it. */
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

/** Does it each second, with how many seconds have passed: more than one where the computer slept. Gives what ends it. */
export function everySecond(act: (passed: number) => void): () => void {
  let last = now();
  const timer = setInterval(() => {
    const passed = Math.round((now() - last) / SECOND);
    last = now();
    act(Math.max(1, passed));
  }, SECOND);
  return () => clearInterval(timer);
}
