import { beforeEach, expect, test } from "vitest";
import { PRESENTATION, toCommandError } from "./errors";
import { setCore } from "./core";
import { fakeCore } from "./core/fake";
import { Load } from "./load.svelte";
import { offer, takeOffer } from "./offers";
import { href, parseRoute } from "./route.svelte";
import { forgetSteps, undoable, undoLast } from "./undo.svelte";
import { toasts } from "./toasts.svelte";
import { en } from "./words/en";
import { es } from "./words/es";
import { setLanguage, t } from "./words";

beforeEach(async () => {
  setCore(fakeCore());
  await setLanguage("en");
});

test("an address is read as it was written, whatever an id holds", () => {
  const id = "a/b?c#d é%";
  const route = parseRoute(href(["doors", id, "codes"], { state: "set", none: null, find: "a&b" }));
  expect([route.page, ...route.rest], "path").toEqual(["doors", id, "codes"]);
  expect([route.query.get("state"), route.query.get("none"), route.query.get("find")], "query").toEqual(["set", null, "a&b"]);
  expect(parseRoute("#/doors/%E0%A4%A").rest, "what cannot be decoded stays").toEqual(["%E0%A4%A"]);
});

test("an answer that a newer question has overtaken is dropped", async () => {
  const open: ((value: string) => void)[] = [];
  const load = new Load(() => new Promise<string>((done) => open.push(done)));
  const both = [load.run(), load.run()];
  open[1]?.("new");
  open[0]?.("old");
  await Promise.all(both);
  expect([load.value, load.asking], "the newest stands").toEqual(["new", false]);
});

test("a storm of changes is one question more", async () => {
  let asked = 0;
  const load = new Load(async () => (asked += 1));
  const first = load.run();
  for (let n = 0; n < 50; n += 1) load.again();
  await first;
  await Promise.resolve();
  await Promise.resolve();
  expect([asked, load.value], "the first, and one for all that followed").toEqual([2, 2]);
});

test("a failure keeps the last answer and says why", async () => {
  let well = true;
  const load = new Load(async () => {
    if (!well) throw toCommandError({ code: "no_connection", message: "no", detail: null });
    return 1;
  });
  await load.run();
  well = false;
  await load.run();
  expect([load.value, load.error?.code], "old answer, new error").toEqual([1, "no_connection"]);
  well = true;
  await load.run();
  expect(load.error, "gone once it succeeds").toBeNull();
});

test("whatever was thrown is shown as an error of the program", () => {
  expect(toCommandError(new TypeError("x is not a function")), "with its cause").toEqual({ code: "internal", message: "", detail: "x is not a function" });
  expect(toCommandError("nope").detail, "a string").toBe("nope");
});

test("every error has a heading in both languages", () => {
  for (const { title } of Object.values(PRESENTATION)) expect([typeof en[title], typeof es[title]], title).toEqual(["string", "string"]);
});

const holes = (phrase: unknown) => [...JSON.stringify(phrase).matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]);

test("every phrase is filled in alike in both languages, and none is empty", () => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(new Set(holes(es[key])), key).toEqual(new Set(holes(en[key])));
    expect(JSON.stringify(es[key]).length, key).toBeGreaterThan(2);
  }
});

test("counts choose their plural, and numbers are written as the language does", async () => {
  expect([t("time.days_ago", { count: 1 }), t("time.days_ago", { count: 2 })], "English").toEqual(["1 day ago", "2 days ago"]);
  expect(t("frame.codes", { count: 12_345 }), "thousands").toBe("12,345 codes");
  await setLanguage("es");
  expect(t("frame.codes", { count: 12_345 }), "thousands in Spanish").toBe("12.345 códigos");
});

test("a page takes an action over only while it is shown", () => {
  let printed = 0;
  const stop = offer("print", () => (printed += 1));
  expect([takeOffer("print"), takeOffer("search"), printed], "taken").toEqual([true, false, 1]);
  stop();
  expect(takeOffer("print"), "gone").toBe(false);
});

test("what was done last is undone first, once", async () => {
  forgetSteps();
  const undone: string[] = [];
  for (const what of ["one", "two"]) undoable(what, async () => undone.push(what));
  await undoLast();
  await undoLast();
  await undoLast();
  expect(undone, "backwards").toEqual(["two", "one"]);
  expect(toasts().at(-1)?.text, "and then it says that there is nothing").toContain("Nothing to undo");
});
