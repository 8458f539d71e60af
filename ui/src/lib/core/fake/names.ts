/** Names of doors, labels of stays; and such as try to break a page. */
const LONG = "Endless ".repeat(1280);
export const HOSTILE = [
  `<img src=x onerror="document.title='broken'"><b>Loft</b>`,
  "\u202eneddirrevo\u202c \u2067حديقة الشقة\u2069",
  LONG,
  "x".repeat(10_000),
  "</script><script>alert(1)</script>",
  "Ｐｏｏｌ\u0000 \u0007 ‮gate‬ 🏊🏽‍♀️👨‍👩‍👧‍👦",
  "z̷̢̛̖͈͙͖̪̪̠͇̦͙͈̓̂̾̐̊a̴͈͇̽͌̋̆̏l̶̛̗̠̗͇͆̊g̴̢̡̛̘̼̯̞̲͉̓̆̕ǒ̴̧̘̦̗̼͗̀",
  "${door} {pin} %s &amp; '--",
] as const;

const GUESTS = ["Smith", "Lee", "Okafor", "García", "Nguyen", "Müller", "Rossi", "Tanaka", "Dubois", "Novák", "Haddad", "Olsen"];
const PLAIN = ["Loft", "Garden Suite", "Pool Gate", "Cabin 2", "Harbour Flat", "Casa Azul", "Old Barn", "Summer House"];

export type Names = "plain" | "hostile";

export function doorName(index: number, names: Names): string {
  const from: readonly string[] = names === "hostile" ? HOSTILE : PLAIN;
  return from[index % from.length] ?? "Door";
}

export function guestName(index: number, names: Names): string {
  const from: readonly string[] = names === "hostile" ? HOSTILE : GUESTS;
  return from[(index * 7 + 3) % from.length] ?? "Guest";
}
