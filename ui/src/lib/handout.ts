/** The guest's handouts, in the guest's language: a message to copy, a card to save. */
import { core } from "./core";
import { tell } from "./toasts.svelte";
import { t } from "./words";

export const copyMessage = (intent_id: number, language: string): Promise<void> =>
  tell(async () => {
    await core.copy_guest_message({ intent_id, language });
    return t("handout.message_copied");
  });

export const saveCard = (intent_id: number, language: string, with_pin: boolean): Promise<void> =>
  tell(async () => {
    const path = await core.save_guest_card({ intent_id, with_pin, language });
    return path === null ? null : t("handout.card_saved", { path });
  });
