/** The languages in which a guest is spoken to, each by its own name. */
export const TONGUES = [
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
  { value: "fr", label: "Français" },
  { value: "de", label: "Deutsch" },
  { value: "it", label: "Italiano" },
] as const;

export type Tongue = (typeof TONGUES)[number]["value"];
