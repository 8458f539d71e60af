/** Names that try to break a page, in place of the recorded ones. */
const LONG = "Endless ".repeat(1280);
const HOSTILE = [
  `<img src=x onerror="document.title='broken'"><b>Loft</b>`,
  "\u202eneddirrevo\u202c \u2067حديقة الشقة\u2069",
  LONG,
  "x".repeat(10_000),
  "</script><script>alert(1)</script>",
  "Ｐｏｏｌ\u0000 \u0007 ‮gate‬ 🏊🏽‍♀️👨‍👩‍👧‍👦",
  "z̷̢̛̖͈͙͖̪̪̠͇̦͙͈̓̂̾̐̊a̴͈͇̽͌̋̆̏l̶̛̗̠̗͇͆̊g̴̢̡̛̘̼̯̞̲͉̓̆̕ǒ̴̧̘̦̗̼͗̀",
  "${door} {pin} %s &amp; '--",
] as const;

/** Doors and guests of the scenario. */
const PLAIN = [
  "Loft", "Garden Suite", "Pool Gate", "Cabin 2", "Harbour Flat", "Casa Azul", "Old Barn", "Summer House",
  "García", "Smith", "Lee", "Okafor", "Nguyen", "Müller", "Rossi", "Tanaka", "Dubois", "Novák", "Haddad", "Olsen", "Ocean Beach",
];

const any = new RegExp(PLAIN.join("|"), "g");
const other = (name: string): string => HOSTILE[PLAIN.indexOf(name) % HOSTILE.length] ?? name;

/** A copy in which every door and every guest has such a name. */
export function renamed<T>(value: T): T {
  if (typeof value === "string") return value.replace(any, other) as T;
  if (Array.isArray(value)) return value.map(renamed) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)])) as T;
}
