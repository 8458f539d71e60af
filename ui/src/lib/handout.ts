/** The guest's handouts, in the guest's language and by the guest's clock: a message to copy, a card to save. */
import { core } from "./core";
import { settings } from "./settings.svelte";
import { tell } from "./toasts.svelte";
import { remember } from "./undo.svelte";
import type { ClockStyle } from "./wire";
import { t } from "./words";

/** How a guest reads. */
export interface Guest {
  language: string;
  clock: ClockStyle;
}

export const copyMessage = (intent_id: number, guest: Guest): Promise<void> =>
  tell(async () => {
    await core.copy_guest_message({ intent_id, ...guest });
    return t("handout.message_copied", { count: settings().clipboard_seconds });
  });

export const saveCard = (intent_id: number, guest: Guest, shows: { with_pin: boolean; with_label: boolean }): Promise<void> =>
  tell(async () => {
    const path = await core.save_guest_card({ intent_id, ...shows, ...guest });
    return path === null ? null : t("handout.card_saved", { path });
  });

/** Records that a code was sent to its guest, or that it was not. The record keeps both. */
export const markSent = (intent_id: number, is_sent: boolean): Promise<void> =>
  tell(async () => {
    await core.mark_sent({ intent_id, is_sent });
    if (is_sent) remember(t("handout.mark_sent"), () => core.mark_sent({ intent_id, is_sent: false }));
    return null;
  });
