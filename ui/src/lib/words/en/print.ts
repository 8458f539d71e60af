import type { Phrases } from "../phrase";

export const print = {
  "print.title": "Guest card",
  "print.back": "Back to the code",
  "print.size": "Size of the card",
  "print.quarter": "Quarter Letter",
  "print.pin": "Show the PIN",
  "print.pin_hint": "Without it the card has an empty box to write in.",
  "print.label": "Show the label",
  "print.label_hint": "It may hold the guest's name.",
  "print.not_set": "A PIN is handed out only once the code is ready",
  "print.print": "Print",
  "print.save": "Save as PDF",
  "print.preview": "Preview. The digits are only on paper.",
  "print.card": "The card",
  "print.empty_box": "An empty box to write the code in",
} as const satisfies Phrases;
