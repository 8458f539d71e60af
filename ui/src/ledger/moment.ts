import { formatClock, formatDate, formatDay } from "$lib/time";

/** `3 Dec 2026, 16:00`: what the host or Latchbook did, in the host's time. */
export function moment(civil: string): string {
  return `${formatDate(civil)}, ${formatClock(civil)}`;
}

/** `Thu 3 Dec 2026, 16:00`: a moment on the lock's clock, in any year. */
export function dated(civil: string): string {
  return `${formatDay(civil)} ${civil.slice(0, 4)}, ${formatClock(civil)}`;
}

/** Start and end; a line that is too narrow breaks between the two. */
export function between(from: string, to: string): string {
  const whole = (civil: string) => dated(civil).replaceAll(" ", "\u00a0");
  return `${whole(from)} → ${whole(to)}`;
}
