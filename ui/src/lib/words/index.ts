/** The page's own words, in the host's language. Sentences about facts come from the core, already in words. */
export { languageTag, setLanguage, t, word, type Key } from "./words.svelte";
