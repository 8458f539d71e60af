/** What nobody caught is said all the same: a press that does nothing and says nothing is the worst answer. */
import { PRESENTATION, toCommandError } from "$lib/errors";
import { toast } from "$lib/toasts.svelte";
import { word } from "$lib/words";

function say(cause: unknown): void {
  const { code, message } = toCommandError(cause);
  toast(message || word(PRESENTATION[code].title));
}

/** Listens on the window. Gives what ends it. */
export function followFaults(): () => void {
  const rejected = (event: PromiseRejectionEvent) => say(event.reason);
  window.addEventListener("unhandledrejection", rejected);
  return () => window.removeEventListener("unhandledrejection", rejected);
}
