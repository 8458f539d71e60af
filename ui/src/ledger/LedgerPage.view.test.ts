import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { FakeCore, Options } from "../lib/core/fake";
import type { CodesRequest } from "../lib/wire";
import App from "../frame/App.svelte";
import { expectAccessible, expectNothingMoves, useFake } from "../../test/page";
import { saidBy } from "../../test/said";

const SIXTY_THOUSAND = { codes: 60_000 };
const grid = () => page.getByRole("grid", { name: "Codes" });
const box = () => document.querySelector<HTMLElement>("[role=grid]") ?? document.body;
const ALL: CodesRequest = { door_id: null, states: [], at: null, search: null, after: null, skip: 0, limit: 500 };
/** How many codes of the scenario match. */
const lines = (fake: FakeCore, wish: Partial<CodesRequest>) => fake.answer("list_codes", { request: { ...ALL, ...wish } }).codes.length;
const rows = () => [...document.querySelectorAll<HTMLElement>("[role=row][data-index]")];
const count = (fake: FakeCore, name: string) => fake.calls.filter((call) => call.name === name).length;
const says = (words: RegExp | string) => expect.element(page.getByText(words).first(), { message: String(words) });

afterEach(async () => {
  await page.viewport(1280, 800);
  vi.restoreAllMocks();
});

/** Inside the frame, as in the program: the window limits the list's height. */
async function show(address = "#/ledger", options: Partial<Options> = {}): Promise<FakeCore> {
  location.hash = address;
  const fake = await useFake(options);
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Ledger" }), { message: "the page stands" }).toBeInTheDocument();
  return fake;
}

async function showList(address = "#/ledger", options: Partial<Options> = {}): Promise<FakeCore> {
  const fake = await show(address, options);
  await expect.poll(() => rows().length, { message: "rows are drawn" }).toBeGreaterThan(0);
  await expect.poll(() => document.querySelector("[role=row][data-index] a"), { message: "and read" }).not.toBeNull();
  return fake;
}

async function scrollTo(top: number) {
  box().scrollTop = top;
  await expect.poll(() => rows().every((one) => one.querySelector("a")), { message: "what is in sight has been read" }).toBe(true);
}

const intents = () => rows().map((one) => Number(/ledger\/(\d+)/.exec(one.querySelector("a")?.getAttribute("href") ?? "")?.[1]));

test("sixty thousand codes: only what is in sight is drawn, and all are counted", async () => {
  await showList("#/ledger", SIXTY_THOUSAND);
  await says("60,000 codes").toBeVisible();
  expect(rows().length, "few rows").toBeLessThan(60);
  expect(box().getAttribute("aria-rowcount"), "all of them and the head").toBe("60001");
  await expectAccessible();
}, 30_000);

test("scrolled to the middle and to the end, the right codes are there", async () => {
  await showList("#/ledger", SIXTY_THOUSAND);
  await scrollTo(box().scrollHeight / 2);
  await expect.poll(() => intents().some((intent) => Math.abs(intent - 30_000) < 40), { message: "the middle" }).toBe(true);
  for (const [at, intent] of intents().entries()) expect(intent, "each in its own row").toBe(60_000 - Number(rows()[at]?.dataset["index"]));
  await scrollTo(box().scrollHeight);
  await expect.poll(() => intents().at(-1), { message: "the oldest code is the last" }).toBe(1);
  expect(rows().at(-1)?.getAttribute("aria-rowindex"), "and says so").toBe("60001");
  expect(rows().length, "still few rows").toBeLessThan(60);
}, 30_000);

test("a search as one types, from wherever the list was scrolled to", async () => {
  const fake = await showList("#/ledger", SIXTY_THOUSAND);
  const before = box();
  await scrollTo(box().scrollHeight / 2);
  await userEvent.fill(page.getByRole("searchbox"), "okafor loft");
  await expect.poll(() => rows().length > 0 && rows().every((one) => /Okafor/.test(one.innerText) && /Loft/.test(one.innerText)), { message: "every row has every word" }).toBe(true);
  expect(box().scrollTop, "from its beginning").toBe(0);
  expect(box(), "the same grid: nothing flickers").toBe(before);
  const found = lines(fake, { search: "okafor loft" }) * 1_000;
  expect(box().getAttribute("aria-rowcount"), "counted").toBe(String(found + 1));
  await expect.poll(() => location.hash, { message: "kept in the address", timeout: 5_000 }).toContain("find=okafor+loft");
  await userEvent.fill(page.getByRole("searchbox"), "nobody at all");
  await says("Nothing found").toBeVisible();
  await page.getByRole("button", { name: "Show all codes" }).first().click();
  await says("60,000 codes").toBeVisible();
}, 30_000);

test("by the keyboard alone", async () => {
  await showList("#/ledger", SIXTY_THOUSAND);
  box().focus();
  const active = () => document.getElementById(box().getAttribute("aria-activedescendant") ?? "")?.dataset["index"];
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  await expect.poll(active, { message: "arrow keys" }).toBe("1");
  await userEvent.keyboard("{End}");
  await expect.poll(active, { message: "the last row is drawn and active" }).toBe("59999");
  await userEvent.keyboard("{PageUp}");
  await expect.poll(() => Number(active()), { message: "a page up" }).toBeLessThan(59_995);
  await userEvent.keyboard("{Home}{ArrowDown}");
  await expect.poll(active, { message: "back at the beginning" }).toBe("1");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("region", { name: "Code", exact: true }).getByRole("heading", { level: 2 }), { message: "opened, with the focus" }).toHaveFocus();
  expect(location.hash, "in the address").toBe("#/ledger/59999");
  await userEvent.keyboard("{Escape}");
  await expect.element(grid(), { message: "closed, and the focus is back" }).toHaveFocus();
  expect(location.hash, "the list").toBe("#/ledger");
}, 30_000);

test("filters are in the address, and come out of it", async () => {
  const fake = await showList("#/ledger?door=door-1&state=set");
  await expect.element(page.getByRole("combobox", { name: "State" }), { message: "taken over" }).toHaveValue("set");
  expect(rows().every((one) => /Loft/.test(one.innerText) && /Ready/.test(one.innerText)), "all hold").toBe(true);
  await userEvent.selectOptions(page.getByRole("combobox", { name: "Door" }), "");
  await expect.poll(() => location.hash, { message: "written back" }).toBe("#/ledger?state=set");
  const set = lines(fake, { states: ["set"] });
  await expect.poll(() => box().getAttribute("aria-rowcount"), { message: "counted" }).toBe(String(set + 1));
});

test("codes that work at a time; a time that cannot be read is said at its field", async () => {
  await showList("#/ledger?at=2026-11-24T12:00");
  expect(rows().length, "some").toBeGreaterThan(0);
  location.hash = "#/ledger?at=noon";
  await says("is not a date and time").toBeVisible();
});

test("a code in full, opened by a press, beside the list", async () => {
  const fake = await showList("#/ledger?state=set");
  await page.getByRole("link", { name: /García/ }).first().click();
  const detail = page.getByRole("region", { name: "Code", exact: true });
  for (const name of ["For the guest", "Facts", "History", "Notes"])
    await expect.element(detail.getByRole("heading", { name }), { message: name }).toBeInTheDocument();
  await expect.element(grid(), { message: "the list stays" }).toBeVisible();
  await expect.poll(() => location.hash, { message: "the filter stays" }).toBe("#/ledger/60?state=set");
  expect(document.body.textContent, "no digit without a press").not.toContain(await fake.reveal_pin({ intent_id: 60 }));
  await expectAccessible();
  await expectNothingMoves();
  await userEvent.click(detail.getByRole("button", { name: /^Reveal/ }));
  await says(await fake.reveal_pin({ intent_id: 60 })).toBeVisible();
});

test("what differs from the promise is marked, with Seam's own words and other attempts", async () => {
  await show("#/ledger/53");
  await says("Tell the guest the true time").toBeVisible();
  await says("Different").toBeVisible();
  location.hash = "#/ledger/54";
  await says("failed_to_set_on_device").toBeVisible();
  await expect.element(page.getByRole("link", { name: "no. 55" }), { message: "the other attempt" }).toBeVisible();
  await expectAccessible();
});

test("what is not known can be looked for, and nothing else", async () => {
  const fake = await show("#/ledger/57");
  const detail = page.getByRole("region", { name: "Code", exact: true });
  await detail.getByRole("button", { name: "Check with Seam" }).click();
  await expect.element(detail.getByText("Ready", { exact: true }), { message: "it was found" }).toBeVisible();
  expect(count(fake, "look"), "one look").toBe(1);
  expect(count(fake, "issue_code"), "nothing is sent").toBe(0);
  expect(page.getByRole("button", { name: /retry|try again|delete|remove/i }).elements(), "no second request, and nothing is deleted").toEqual([]);
});

test("a code that is probably the one is adopted only when the host says so", async () => {
  const fake = await show("#/ledger/57");
  await says("Loft 24-27 Nov").toBeVisible();
  expect(count(fake, "confirm_probable"), "nothing is adopted by itself").toBe(0);
  await expectAccessible();
  await page.getByRole("button", { name: "This is the code" }).click();
  await expect.element(page.getByRole("button", { name: "This is the code" }), { message: "it is settled" }).not.toBeInTheDocument();
  expect(fake.calls.find((one) => one.name === "confirm_probable")?.request, "by both ids").toEqual({ intent_id: 57, access_code_id: "ac-7f3q" });
});

test("a note is added, and the older ones stay", async () => {
  await show("#/ledger/60");
  for (const text of ["Called at noon", "<b>Called</b> again"]) {
    await userEvent.fill(page.getByRole("textbox", { name: "New note" }), text);
    await page.getByRole("button", { name: "Add note" }).click();
    await says(text).toBeVisible();
  }
  await says("Called at noon").toBeVisible();
});

test("a code that was sent stays marked, until that is undone", async () => {
  const fake = await show("#/ledger/60");
  await page.getByRole("button", { name: "Copy message" }).click();
  await page.getByRole("button", { name: "Mark as sent" }).click();
  await says(/Sent to the guest, Mon 23\sNov, 19:02/).toBeVisible();
  await expect.element(page.getByRole("region", { name: "History" }).getByText("Sent to the guest."), { message: "in its history, too" }).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await says("Marked as not sent.").toBeVisible();
  await expect.element(page.getByRole("button", { name: "Mark as sent" }), { message: "it can be marked again" }).toBeVisible();
  expect(fake.calls.filter((one) => one.name === "mark_sent").map((one) => one.request), "both are kept").toEqual([
    { intent_id: 60, is_sent: true }, { intent_id: 60, is_sent: false },
  ]);
});

test("what was refused says what Seam said, and is issued again from there", async () => {
  await show("#/ledger/51");
  await says("Seam says: starts_at must match a predefined time slot").toBeVisible();
  const again = page.getByRole("link", { name: "Issue again" }).element();
  expect(again.getAttribute("href"), "the same stay at the same door").toMatch(/^#\/issue\?door=door-.*from=2026-.*to=2026-/);
  expect(page.getByText("No PIN yet").elements(), "there will never be one").toEqual([]);
  await expectAccessible();
});

test("an open code is closed with its list", async () => {
  await showList();
  await page.getByRole("link", { name: /García/ }).first().click();
  await expect.element(page.getByRole("region", { name: "Code", exact: true }), { message: "open" }).toBeVisible();
  await page.getByRole("tab", { name: "Made elsewhere" }).click();
  await expect.element(page.getByRole("region", { name: "Code", exact: true }), { message: "it belongs to the other list" }).not.toBeInTheDocument();
});

test("the list as a file, which can be stopped", async () => {
  const fake = await showList("#/ledger?state=set");
  await says("Excel for a spreadsheet, CSV for other programs").toBeVisible();
  for (const [name, ending] of [["Export as an Excel workbook, for a spreadsheet", "xlsx"], ["Export as CSV, for other programs", "csv"]] as const) {
    await page.getByRole("button", { name }).click();
    await says(`/home/host/Documents/codes.${ending}`).toBeVisible();
  }
  const asked = fake.calls.filter((call) => call.name === "export_codes").at(-1)?.request as { request: { states: string[] } };
  expect(asked.request.states, "what the list shows").toEqual(["set"]);
  fake.options.pace = 600;
  await page.getByRole("button", { name: "Export as PDF" }).click();
  await expect.element(page.getByRole("progressbar"), { message: "how far it is" }).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await says("No file was written").toBeVisible();
  expect(count(fake, "cancel_job"), "the core was told").toBe(1);
});

test("the comparison shows only what differs", async () => {
  await show("#/ledger?view=compare");
  await page.getByRole("button", { name: "Compare with Seam" }).click();
  for (const name of ["In your record, not at Seam", "At Seam, not in your record", "In both, but different"])
    await expect.element(page.getByRole("heading", { name }), { message: name }).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: /García/ }).first().click();
  await expect.element(page.getByRole("region", { name: "Code", exact: true }), { message: "opened beside it" }).toBeVisible();
  await expect.element(page.getByRole("heading", { name: "In both, but different" }), { message: "and the comparison stays" }).toBeVisible();
});

test("where all is well, the comparison says so; and it can be stopped", async () => {
  const fake = await show("#/ledger?view=compare", { seam: "same", pace: 600 });
  await page.getByRole("button", { name: "Compare with Seam" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await says("Nothing was concluded").toBeVisible();
  fake.options.pace = 0;
  await page.getByRole("button", { name: "Compare with Seam" }).click();
  await says("Everything matches").toBeVisible();
});

test("codes that others made have their own list", async () => {
  await show();
  await page.getByRole("tab", { name: "Made elsewhere" }).click();
  await says("Pool service").toBeVisible();
  await says("Seam does not say").toBeVisible();
  await expect.poll(() => location.hash, { message: "in the address" }).toContain("view=elsewhere");
  await expectAccessible();
});

test("narrow: cards, and a code takes the place of the list", async () => {
  await page.viewport(320, 640);
  await showList();
  expect(document.documentElement.scrollWidth, "it reflows").toBeLessThanOrEqual(320);
  await expectAccessible();
  await page.getByRole("link", { name: /García/ }).first().click();
  await expect.element(page.getByRole("region", { name: "Code", exact: true }).getByRole("heading", { level: 2 }), { message: "it has the focus" }).toHaveFocus();
  await expect.poll(() => box().checkVisibility(), { message: "the list is away" }).toBe(false);
  expect(document.documentElement.scrollWidth, "it reflows").toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: "Close the code" }).click();
  await expect.element(grid(), { message: "the list is back, with the focus" }).toHaveFocus();
});

test.each([
  ["empty", "No codes yet"], ["error", "Seam is not available"],
] as const)("answers: %s", async (answers, words) => {
  await show("#/ledger", { answers });
  await says(words).toBeVisible();
  await expectAccessible();
});

test("no answer yet", async () => {
  await show("#/ledger", { answers: "never" });
  await expect.element(page.getByRole("tabpanel").getByText("Loading…"), { message: "said to those who cannot see it" }).toBeInTheDocument();
  await expectAccessible();
});

test("a damaged record says so, and where it is mended", async () => {
  await show("#/ledger", { answers: "error", error: "damaged" });
  await says("The record is damaged").toBeVisible();
  await expect.element(page.getByRole("button", { name: "Open Settings, Data" }).first(), { message: "the way on" }).toBeVisible();
});

test("a code that is not there says so beside the list", async () => {
  await show("#/ledger/9999");
  await says("No such code").toBeVisible();
});

test("hostile names are text, and the layout holds", async () => {
  await showList("#/ledger/58", { names: "hostile" });
  await expect.element(page.getByRole("heading", { name: "History" }), { message: "the code is there" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  expect(new Set(rows().map((one) => one.offsetHeight)).size, "no name makes a row taller").toBe(1);
  expect(document.querySelectorAll("main img, main script"), "nothing became an element").toHaveLength(0);
  await expectAccessible();
});

test("on paper: what the list shows, with the time and zone of printing", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  const fake = await showList("#/ledger?state=set");
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await expect.poll(() => print.mock.calls.length, { message: "handed to the printer" }).toBe(1);
  const sheet = document.querySelector("section.print-only");
  const content = fake.answer("get_ledger_sheet", { request: { ...ALL, states: ["set"], limit: 200 } });
  for (const said of saidBy(content)) expect(sheet?.textContent, "what the PDF says, too").toContain(said);
  expect(sheet?.textContent, "when and where").toContain("America/Toronto");
});
