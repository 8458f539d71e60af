import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const TIERS = ["today", "issue", "doors", "ledger", "readiness", "print", "welcome", "settings", "palette", "frame"];
const noTauri = { group: ["@tauri-apps/*"], message: "Only src/lib/core may talk to Tauri." };
const noDate = "Rust sends civil times ready to show: use $lib/time.";
/** Two with one key end the page: an id that is there once, or the place in the list. */
const notAKey = "SvelteEachBlock > .key:not(Identifier[name=/^(index|row|column|slot)$/]):not(MemberExpression[property.name=/^(door_id|intent_id|id)$/])";
const noKey = "Two of a list may share this, and end the page: key by index, or by the id of a door or code.";
const noStyle = "The window's policy refuses a style attribute: use a class, or `style:name={…}`.";

/** @param {string[]} names of folders that may not be imported */
const above = (names, why) => ({ group: names.flatMap((name) => [`**/${name}/**`]), message: why });

const restrict = (...patterns) => ({ "no-restricted-imports": ["error", { patterns: [noTauri, ...patterns] }] });

export default ts.config(
  { ignores: ["dist", "dist-browser", "shots", "node_modules", "src/lib/wire"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { window: "readonly", document: "readonly" } },
    rules: {
      ...restrict(),
      "max-lines": ["error", 400],
      "no-restricted-globals": ["error", { name: "Date", message: noDate }],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date']", message: noDate },
        { selector: "Property[key.name='timeZone']", message: noDate },
        { selector: "SvelteAttribute[key.name='style']", message: noStyle },
        { selector: notAKey, message: noKey },
      ],
      eqeqeq: "error",
      "no-console": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    // What must react is $state; a Map that is put in whole need not.
    rules: { "prefer-const": "off", "svelte/prefer-svelte-reactivity": "off" },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      "max-lines": ["error", 200],
      "svelte/no-at-html-tags": "error",
      "svelte/no-at-debug-tags": "error",
      "svelte/no-target-blank": "error",
      "svelte/button-has-type": "error",
      "svelte/require-each-key": "error",
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  { files: ["src/lib/**"], rules: restrict(above([...TIERS, "shared"], "lib knows no view.")) },
  { files: ["src/shared/**"], rules: restrict(above(TIERS, "shared knows no screen.")) },
  { files: ["src/lib/core/**"], rules: { "no-restricted-imports": "off" } },
  // How much time has passed goes by this computer's clock.
  { files: ["src/lib/ticks.ts"], rules: { "no-restricted-globals": "off" } },
  { files: ["scripts/**", "*.js", "*.ts"], rules: { "no-console": "off" } },
);
