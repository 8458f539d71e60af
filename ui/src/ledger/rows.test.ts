import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setCore } from "$lib/core";
import { fakeCore, type FakeCore } from "$lib/core/fake";
import type { CodesRequest } from "$lib/wire";
import { PART, Rows, type Wish } from "./rows.svelte";

const ALL: Wish = { door_id: null, states: [], at: null, search: null };
let fake: FakeCore;

beforeAll(() => {
  fake = fakeCore({ codes: 60_000 });
  setCore(fake);
});
beforeEach(() => void fake.calls.splice(0));

const requests = () => fake.calls.filter((call) => call.name === "list_codes").map((call) => (call.request as { request: CodesRequest }).request);
const settled = (rows: Rows) => vi.waitFor(() => expect(rows.asking, "it has read").toBe(false));

async function opened(): Promise<Rows> {
  const rows = new Rows();
  rows.ask(ALL);
  rows.see(0, 30);
  await settled(rows);
  return rows;
}

test("the first part says how many there are, and no more is read than is near", async () => {
  const rows = await opened();
  expect(rows.total, "all of them").toBe(60_000);
  expect(rows.at(0)?.intent_id, "newest first").toBe(60_000);
  expect(requests().length, "one part holds all that is in sight or near").toBe(1);
});

test("the middle and the end are read without what lies between", async () => {
  const rows = await opened();
  rows.see(30_010, 30_040);
  await settled(rows);
  expect(rows.at(30_020)?.intent_id, "the right code in the right row").toBe(60_000 - 30_020);
  rows.see(59_960, 60_000);
  await settled(rows);
  expect(rows.at(59_999)?.intent_id, "the last").toBe(1);
  expect(requests().length, "a few parts, not six hundred").toBeLessThan(8);
  expect(Math.max(...requests().map((one) => one.limit)), "never more than the core gives").toBeLessThanOrEqual(200);
});

test("the next part follows the last code of the one before", async () => {
  const rows = await opened();
  rows.see(PART - 20, PART + 10);
  await settled(rows);
  const next = requests().at(-1);
  expect([next?.after, next?.skip], "by its cursor").toEqual([60_000 - PART + 1, 0]);
  expect(rows.at(PART)?.intent_id, "no row is left out and none is there twice").toBe(60_000 - PART);
});

test("what is far away is forgotten", async () => {
  const rows = await opened();
  for (let at = 0; at < 6_000; at += 200) {
    rows.see(at, at + 30);
    await settled(rows);
  }
  expect(rows.at(0), "the beginning is read anew when it is seen again").toBeNull();
  expect(rows.at(5_810)?.intent_id, "what is in sight stays").toBe(60_000 - 5_810);
});

test("the newest search wins, whatever order the answers come in", async () => {
  const answers: (() => void)[] = [];
  const list = fake.list_codes;
  fake.list_codes = (asked) => new Promise((done) => answers.push(() => void list(asked).then(done)));
  const rows = new Rows();
  rows.ask({ ...ALL, search: "smi" });
  rows.ask({ ...ALL, search: "smith" });
  fake.list_codes = list;
  for (const answer of answers.reverse()) answer();
  const smith = { request: { ...ALL, search: "smith", after: null, skip: 0, limit: 500 } };
  const found = fake.answer("list_codes", smith).codes.length * 1_000;
  await vi.waitFor(() => expect(rows.total, "the older answer was dropped").toBe(found));
});

test("what was there stays until the next list is, and then begins at its top", async () => {
  const other = vi.fn();
  const rows = new Rows(other);
  rows.ask(ALL);
  await settled(rows);
  rows.see(30_000, 30_030);
  await settled(rows);
  other.mockClear();
  rows.ask({ ...ALL, search: "okafor" });
  expect(rows.at(30_000), "no flash of nothing").not.toBeNull();
  await settled(rows);
  expect(other, "told once").toHaveBeenCalledOnce();
  expect(rows.at(0)?.label, "the new list").toMatch(/^Okafor/);
});

test("a change of the record is read where one is, without losing the place", async () => {
  const other = vi.fn();
  const rows = new Rows(other);
  rows.ask(ALL);
  await settled(rows);
  rows.see(400, 430);
  await settled(rows);
  other.mockClear();
  fake.options.codes = 60_060;
  rows.again();
  expect(rows.at(410)?.intent_id, "shown until it is read again").toBe(60_000 - 410);
  await settled(rows);
  expect(rows.total, "sixty more").toBe(60_060);
  expect(rows.at(410)?.intent_id, "every row has moved by as many").toBe(60_060 - 410);
  expect(other, "still the same list").not.toHaveBeenCalled();
  fake.options.codes = 60_000;
});

test("an error stops the reading until one tries again", async () => {
  const rows = await opened();
  fake.options.answers = "error";
  rows.see(20_000, 20_030);
  await settled(rows);
  expect(rows.error?.code, "it is said").toBe("unavailable");
  const before = requests().length;
  rows.see(20_100, 20_130);
  expect(requests().length, "scrolling does not ask for the same error again").toBe(before);
  fake.options.answers = "full";
  rows.again();
  await settled(rows);
  expect(rows.error, "it went well").toBeNull();
  expect(rows.at(20_110), "what is in sight was read").not.toBeNull();
});
