/** Whether this computer is a Mac, which has its own key names and scroll bars. */
export const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
