/** Connecting: the key on its way in, where it will be kept, and any obstacle. */
import { toCommandError } from "$lib/errors";
import { core } from "$lib/core";
import { readStatus } from "$lib/status.svelte";
import type { CommandError, ConnectView, KeyState } from "$lib/wire";

/** Where a key can be kept: a locked keychain can be unlocked, an unresponsive one cannot be used. */
export type Keep = "keychain" | "session";

export class Connect {
  /** The key as pasted. It is emptied as soon as the core has it. */
  key = $state("");
  /** The host's choice; until then, what this computer can do. */
  keep: Keep;
  keychain = $state<KeyState | null>(null);
  busy = $state(false);
  error = $state.raw<CommandError | null>(null);
  connected = $state.raw<ConnectView | null>(null);

  constructor() {
    this.keep = $derived<Keep>(this.keychain === "unavailable" || this.keychain === "environment" ? "session" : "keychain");
  }

  /** Whether the keychain can be chosen at all. */
  get canKeep(): boolean {
    return this.keychain !== "unavailable";
  }

  readKeychain = async (): Promise<void> => {
    try {
      this.keychain = await core.get_keychain();
    } catch {
      this.keychain = "unavailable";
    }
  };

  /** Whether the key was accepted. */
  connect = async (): Promise<boolean> => {
    const key = this.key.trim();
    if (key === "" || this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      this.connected = await core.connect({ key, keep: this.keep === "keychain" });
      this.key = "";
      await readStatus();
      return true;
    } catch (caught) {
      this.error = toCommandError(caught);
      if (this.error.code === "keychain") await this.readKeychain();
      return false;
    } finally {
      this.busy = false;
    }
  };
}
