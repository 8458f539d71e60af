/** Reports uncaught errors: a press that does nothing and shows nothing is the worst answer. */
import { PRESENTATION, toCommandError } from "$lib/errors";
import { toast } from "$lib/toasts.svelte";
import { word } from "$lib/words";

function say(cause: unknown): void {
  const { code, message } = toCommandError(cause);
  toast(message || word(PRESENTATION[code].title));
}

/** Listens on the window. Returns a function that stops it. */
export function followFaults(): () => void {
  const rejected = (event: PromiseRejectionEvent) => say(event.reason);
  window.addEventListener("unhandledrejection", rejected);
  return () => window.removeEventListener("unhandledrejection", rejected);
}
