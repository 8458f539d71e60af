import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page";
import { saidBy } from "../../test/said";
import PrintPage from "./PrintPage.svelte";

afterEach(() => void vi.restoreAllMocks());

const printer = () => vi.spyOn(window, "print").mockImplementation(() => undefined);
const onPaper = () => document.querySelector("article")?.textContent ?? "";
const plain = (text: string) => text.replaceAll(/\s/g, "");

test("the card is shown with the PIN masked, and printed with it", async () => {
  const print = printer();
  const { fake } = await showPage(PrintPage, "#/print/60?language=en");
  await expect.element(page.getByText("Door code"), { message: "the card is there" }).toBeVisible();
  const digits = await fake.reveal_pin({ intent_id: 60 });
  expect(plain(onPaper()), "no digit before it is printed").not.toContain(digits);
  await expectAccessible();
  await page.getByRole("button", { name: "Print" }).click();
  await expect.poll(() => print.mock.calls.length, { message: "handed to the printer" }).toBe(1);
  expect(plain(onPaper()), "the digits are on paper").toContain(digits);
  await expect.element(page.getByRole("img", { name: "PIN, hidden" }), { message: "the screen still shows bullets" }).toBeVisible();
  window.dispatchEvent(new Event("afterprint"));
  await expect.poll(() => plain(document.body.textContent ?? ""), { message: "printed: they need not be here any longer" }).not.toContain(digits);
});

test("without the PIN none is read, and there is a box to write in", async () => {
  const print = printer();
  const { fake } = await showPage(PrintPage, "#/print/60");
  await page.getByRole("checkbox", { name: "Show the PIN" }).click();
  await page.getByRole("button", { name: "Print" }).click();
  await expect.poll(() => print.mock.calls.length, { message: "printed" }).toBe(1);
  expect(fake.calls.map((call) => call.name), "it was not asked for").not.toContain("reveal_pin");
});

test("the label is left out where the host wants it", async () => {
  await showPage(PrintPage, "#/print/60");
  await expect.poll(onPaper, { message: "it stands on the card" }).toContain("García");
  await page.getByRole("checkbox", { name: "Show the label" }).click();
  await expect.poll(onPaper, { message: "and not any more" }).not.toContain("García");
});

test.each(["en", "es", "fr", "de", "it"])("everything that the content says is on the card: %s", async (language) => {
  const { fake } = await showPage(PrintPage, `#/print/60?language=${language}`);
  const card = await fake.get_guest_card({ intent_id: 60, with_pin: false, with_label: true, language, clock: "24h" });
  const said = saidBy({ ...card, language: "" });
  await expect.poll(onPaper, { message: "as the PDF has it" }).toContain(card.enter);
  for (const text of said) expect(onPaper(), "as the PDF has it").toContain(text);
});

test("the guest's language is not the host's", async () => {
  await showPage(PrintPage, "#/print/60?language=fr");
  await expect.element(page.getByText("lundi 23 novembre 2026"), { message: "date and words" }).toBeVisible();
  expect(document.querySelector("article")?.lang, "said to those who read it aloud").toBe("fr");
});

test("concealed PINs are not printed", async () => {
  const print = printer();
  await showPage(PrintPage, "#/print/60", { settings: { conceal: true } });
  await page.getByRole("button", { name: "Print" }).click();
  await expect.element(page.getByText("PINs are concealed", { exact: false }).first(), { message: "why not" }).toBeVisible();
  expect(print, "nothing was printed").not.toHaveBeenCalled();
});

test("a code that is not ready is printed without a PIN", async () => {
  await showPage(PrintPage, "#/print/57");
  await expect.element(page.getByText("only once the code is ready", { exact: false }), { message: "why" }).toBeVisible();
  await expect.element(page.getByRole("checkbox", { name: "Show the PIN" }), { message: "no choice" }).toBeDisabled();
  await expectAccessible();
});

test.each(["error", "never"] as const)("answers: %s", async (answers) => {
  await showPage(PrintPage, "#/print/60", { answers });
  await expect.element(page.getByRole("heading", { level: 1, name: "Guest card" }), { message: "the page stands" }).toBeVisible();
  await expectAccessible();
});

test("hostile names stay on the card", async () => {
  await showPage(PrintPage, "#/print/58", { names: "hostile" });
  await expect.element(page.getByRole("article"), { message: "the card is there" }).toBeVisible();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});
