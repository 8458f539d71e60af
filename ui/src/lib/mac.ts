/** Whether this computer is Apple's: it names its keys and moves its scroll bars in its own way. */
export const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
