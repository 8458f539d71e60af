/** Opens the demo, or starts it again. */
import { core } from "./core";
import { go } from "./route.svelte";
import { enterRecord } from "./status.svelte";

export async function openDemo(): Promise<void> {
  enterRecord(await core.start_demo());
  go(["today"]);
}
