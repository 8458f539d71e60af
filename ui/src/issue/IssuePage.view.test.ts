import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page";
import { parseRoute } from "$lib/route.svelte";
import IssuePage from "./IssuePage.svelte";

const FILLED = "#/issue?from=2026-12-12T15:45&to=2026-12-15T10:15";

/** Accepts what there is to accept and presses the button. */
async function press() {
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "a stay with a slot can be issued" }).toBeInTheDocument();
  for (const box of page.getByRole("group", { name: /accept/ }).getByRole("checkbox").elements()) await userEvent.click(box);
  await page.getByRole("button", { name: /^Issue code for/ }).click();
}

test("shows what the lock will do before anything is spent", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await expect.element(page.getByText("15 min later", { exact: false }).first(), { message: "minutes missing are in words" }).toBeInTheDocument();
  expect(fake.calls.map((one) => one.name), "a preview spends nothing").not.toContain("issue_code");
  await expectAccessible();
});

test("the preview follows what is typed", async () => {
  await showPage(IssuePage, FILLED);
  await userEvent.fill(page.getByLabelText("Check-in"), "99");
  await expect.element(page.getByText("is not a time of day", { exact: false }), { message: "the field says what it cannot read" }).toBeInTheDocument();
});

test("each risk has its box, and the button waits for them", async () => {
  await showPage(IssuePage, FILLED);
  const button = page.getByRole("button", { name: /^Issue code for/ });
  await expect.element(button, { message: "a risk has not been accepted" }).toBeDisabled();
  await userEvent.click(page.getByRole("group", { name: /accept/ }).getByRole("checkbox").first());
  await expect.element(button, { message: "every risk has" }).toBeEnabled();
});

test("Escape takes a code back in time", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await press();
  await expect.element(page.getByRole("region", { name: "About to send" }), { message: "the outbox is open" }).toBeInTheDocument();
  await expectAccessible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "the form is back" }).toBeInTheDocument();
  expect(fake.calls.map((one) => one.name), "nothing was sent").not.toContain("issue_code");
});

test("another door asked for while the seconds run takes the code back and begins anew", async () => {
  const { fake, screen } = await showPage(IssuePage, FILLED);
  await userEvent.fill(page.getByLabelText("Label"), "Smith");
  await press();
  await expect.element(page.getByRole("region", { name: "About to send" }), { message: "the outbox is open" }).toBeInTheDocument();
  const other = page.getByLabelText("Door").element().querySelectorAll("option")[1]?.value ?? "";
  await screen.rerender({ route: parseRoute(`#/issue?door=${other}`) });
  await expect.element(page.getByRole("region", { name: "About to send" }), { message: "what was counting down was another stay" }).not.toBeInTheDocument();
  await expect.element(page.getByLabelText("Door"), { message: "the door that was asked for" }).toHaveValue(other);
  await expect.element(page.getByLabelText("Label"), { message: "a guest's name stays with the stay" }).toHaveValue("");
  expect(fake.calls.map((one) => one.name), "nothing was sent").not.toContain("issue_code");
});

test("a code that is ready shows its PIN masked, with what the guest gets", async () => {
  const { fake } = await showPage(IssuePage, FILLED, { issue: "set", pace: 0 });
  fake.world.settings.outbox_seconds = 0;
  await press();
  await expect.element(page.getByRole("region", { name: "The code" }), { message: "the outcome is there" }).toBeInTheDocument();
  expect(fake.calls.filter((one) => one.name === "issue_code").length, "one press, one request").toBe(1);
  await expectAccessible();
}, 20_000);

test("what is not known offers to check and never to send again", async () => {
  await showPage(IssuePage, FILLED, { issue: "unknown" });
  await press();
  await expect.element(page.getByRole("button", { name: "Check with Seam" }), { message: "looking is safe" }).toBeInTheDocument();
  expect(page.getByRole("button", { name: /retry|try again/i }).elements(), "never a second request by a click").toEqual([]);
  await expectAccessible();
}, 20_000);

test.each(["empty", "error", "never"] as const)("doors: %s", async (answers) => {
  await showPage(IssuePage, "#/issue", { answers });
  await expect.element(page.getByRole("heading", { level: 1 }), { message: "the page stands" }).toBeInTheDocument();
  await expectAccessible();
});

test("hostile names are text and the layout holds", async () => {
  await showPage(IssuePage, FILLED, { names: "hostile" });
  await expect.element(page.getByRole("heading", { name: "What the lock will do" }), { message: "the page stands" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});
