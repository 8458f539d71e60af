import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Filter } from "./filter.svelte";

const replaced = vi.fn();
const location = { hash: "" };

beforeEach(() => {
  vi.useFakeTimers();
  replaced.mockReset();
  vi.stubGlobal("history", { state: null, replaceState: (_: unknown, __: string, hash: string) => replaced((location.hash = hash)) });
  vi.stubGlobal("location", location);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const read = (filter: Filter, query: string) => filter.read(new URLSearchParams(query));

test("an address becomes a wish, and what it does not know is left out", () => {
  const filter = new Filter(() => []);
  read(filter, "find=+okafor+&door=d1&state=set&at=2026-12-03T16:00&view=other");
  expect(filter.wish, "everything that is chosen").toEqual({ search: "okafor", door_id: "d1", states: ["set"], at: "2026-12-03T16:00" });
  expect(filter.view, "no such view").toBe("codes");
  read(filter, "state=pass");
  expect(filter.wish, "a level is no state of a code").toEqual({ search: null, door_id: null, states: [], at: null });
});

test("typing writes the address once, when it has settled", () => {
  const filter = new Filter(() => ["7"]);
  for (const find of ["o", "ok", "oka"]) {
    filter.find = find;
    filter.write();
    vi.advanceTimersByTime(100);
  }
  expect(replaced, "browsers refuse an address that changes with every key").not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(replaced.mock.calls, "the last one, beside the code that is open").toEqual([["#/ledger/7?find=oka"]]);
});

test("who opens a code and goes back finds what was typed", () => {
  const filter = new Filter(() => []);
  filter.find = "oka";
  filter.write();
  filter.open(7);
  expect(replaced.mock.calls, "before the code's own address").toEqual([["#/ledger?find=oka"]]);
  vi.advanceTimersByTime(1_000);
  expect(replaced, "nothing is left to write").toHaveBeenCalledOnce();
  expect(location.hash, "beside it the list is the same").toBe("#/ledger/7?find=oka");
});

test("its own address does not come back over what has been typed since", () => {
  const filter = new Filter(() => []);
  filter.find = "ok";
  filter.write();
  vi.advanceTimersByTime(1_000);
  filter.find = "oka";
  read(filter, "find=ok");
  expect(filter.find, "the newer words stay").toBe("oka");
});

test("the address of a code alone leaves the list as it is", () => {
  let rest: string[] = [];
  const filter = new Filter(() => rest);
  read(filter, "state=set");
  rest = ["7"];
  read(filter, "");
  expect(filter.state, "a link from one code to another").toBe("set");
  rest = [];
  read(filter, "");
  expect(filter.state, "the list itself, from the navigation").toBe("");
});
