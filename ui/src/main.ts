/** The start: finds the host, reads settings and status, shows the frame. */
import { mount } from "svelte";
import App from "./frame/App.svelte";
import NoStart from "./frame/NoStart.svelte";
import { pageName, readPage } from "./frame/pages";
import { toCommandError } from "$lib/errors";
import { inWindow, setCore } from "$lib/core";
import { tauriCore } from "$lib/core/tauri";
import { IS_MAC } from "$lib/mac";
import { parseRoute } from "$lib/route.svelte";
import { readSettings } from "$lib/settings.svelte";
import { readStatus } from "$lib/status.svelte";
import { readToday } from "./today/ahead";
import "./styles/index.css";

/** Only builds for the browser and the dev server carry the fake. */
const WITH_FAKE = import.meta.env.DEV || import.meta.env.MODE === "browser";

async function findCore(): Promise<void> {
  if (inWindow() || !WITH_FAKE) setCore(tauriCore());
  else setCore((await import("$lib/core/fake")).fakeCoreFromAddress());
}

async function start(target: HTMLElement): Promise<void> {
  try {
    const name = pageName(parseRoute(location.hash));
    await findCore();
    // Asked in parallel, so that the first frame already has content. A failed one is asked again by its view.
    const ahead = [readPage(name), ...(name === "today" ? [readToday()] : [])];
    await Promise.all([readSettings(), readStatus(), ...ahead.map((one) => one.catch(() => undefined))]);
    mount(App, { target });
  } catch (caught) {
    mount(NoStart, { target, props: { error: toCommandError(caught) } });
  }
}

document.documentElement.classList.toggle("mac", IS_MAC);
const target = document.getElementById("app");
if (target) void start(target);
