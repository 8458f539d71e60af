import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page";
import { parseRoute } from "$lib/route.svelte";
import { readSettings } from "$lib/settings.svelte";
import { toasts } from "$lib/toasts.svelte";
import { undoLast } from "$lib/undo.svelte";
import IssuePage from "./IssuePage.svelte";

const FILLED = "#/issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15";

/** Accepts every risk and presses the button. */
async function press() {
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "a stay with a slot can be issued" }).toBeInTheDocument();
  for (const box of page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").elements()) await userEvent.click(box);
  await page.getByRole("button", { name: /^Issue code for/ }).click();
}

test("shows what the lock will do before anything is spent", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await expect.element(page.getByText("15 min late", { exact: false }).first(), { message: "minutes missing are in words" }).toBeInTheDocument();
  expect(fake.calls.map((one) => one.name), "a preview spends nothing").not.toContain("issue_code");
  await expectAccessible();
});

test("a door that cannot issue is listed with the reason", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  const [, door] = fake.answer("list_doors").doors;
  Object.assign(door ?? {}, { level: "fail", why: "Seam only watches this lock." });
  fake.emit("changed", { what: ["doors"] });
  const choice = page.getByRole("option", { name: `${door?.name} · Seam only watches this lock.` });
  await expect.element(choice, { message: "before it is chosen" }).toBeInTheDocument();
});

test("the preview follows what is typed", async () => {
  await showPage(IssuePage, FILLED);
  await userEvent.fill(page.getByLabelText("Check-in"), "99");
  await expect.element(page.getByText("is not a time.", { exact: false }), { message: "the field says what it cannot read" }).toBeInTheDocument();
  const promise = page.getByRole("region", { name: "What the lock will do", includeHidden: true });
  await expect.element(promise.getByText("Opens", { exact: true }), { message: "the page does not jump at each key" }).toBeInTheDocument();
  await expect.element(promise, { message: "what stands is not what is typed" }).toHaveAttribute("inert");
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "and cannot be issued" }).toBeDisabled();
  await userEvent.fill(page.getByLabelText("Check-in"), "15:30");
  await expect.element(promise, { message: "until it can be read again" }).not.toHaveAttribute("inert");
});

test("a time that is half typed is not called wrong before a pause", async () => {
  await showPage(IssuePage, FILLED);
  const field = page.getByLabelText("Check-in");
  const promise = page.getByRole("region", { name: "What the lock will do", includeHidden: true });
  const fault = page.getByText("is not a time.", { exact: false });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await userEvent.fill(field, "16:");
    vi.advanceTimersByTime(900);
    await userEvent.fill(field, "16:0");
    vi.advanceTimersByTime(900);
    await expect.element(promise, { message: "it has been read, and nothing stands that is not typed" }).toHaveAttribute("inert");
    await expect.element(fault, { message: "somebody is typing" }).not.toBeInTheDocument();
    vi.advanceTimersByTime(100);
    await expect.element(fault, { message: "a second after the last key" }).toBeInTheDocument();
    await userEvent.fill(field, "16:7");
    await expect.element(fault, { message: "typing again" }).not.toBeInTheDocument();
    const chip = page.getByRole("group", { name: "Times of a slot" }).getByRole("button").last();
    await userEvent.click(chip);
    await expect.element(chip, { message: "what is pressed next has not moved away" }).toHaveAttribute("aria-pressed", "true");
  } finally {
    vi.useRealTimers();
  }
});

test("while a first day waits for its last, what stands cannot be issued", async () => {
  await showPage(IssuePage, FILLED);
  const [button, promise] = [page.getByRole("button", { name: /^Issue code for/ }), page.getByRole("region", { name: "What the lock will do", includeHidden: true })];
  await userEvent.click(page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").first());
  await expect.element(button, { message: "a whole stay can" }).toBeEnabled();
  await userEvent.click(page.getByRole("button", { name: /20 December/ }));
  await expect.element(button, { message: "the calendar shows another day than the button" }).toBeDisabled();
  await expect.element(page.getByText("3 nights"), { message: "nor are its nights told" }).not.toBeInTheDocument();
  await expect.element(promise, { message: "and what is promised is not what is chosen" }).toHaveAttribute("inert");
  await userEvent.keyboard("{Escape}");
  await expect.element(promise, { message: "the first choice stands again" }).not.toHaveAttribute("inert");
});

test("a stay over the end of a month stays in the month in which its last day was chosen", async () => {
  await showPage(IssuePage, FILLED);
  await userEvent.click(page.getByRole("button", { name: "Month before" }));
  await userEvent.click(page.getByRole("button", { name: /29 November/ }));
  await userEvent.click(page.getByRole("button", { name: "Month after" }));
  await userEvent.click(page.getByRole("button", { name: /Thursday 3 December/ }));
  await expect.element(page.getByText("4 nights"), { message: "the core has answered" }).toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: /Thursday 3 December 2026, last/ }), { message: "the next press finds the days where they were" }).toBeVisible();
});

test("what is typed while a question waits for its turn cannot be issued unseen", async () => {
  await showPage(IssuePage, FILLED);
  const button = page.getByRole("button", { name: /^Issue code for/ });
  await userEvent.click(page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").first());
  await expect.element(button, { message: "it was seen" }).toBeEnabled();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await userEvent.fill(page.getByLabelText("Check-in"), "15:50");
    vi.advanceTimersByTime(10);
    await expect.element(page.getByText("10 min late", { exact: false }).first(), { message: "answered" }).toBeInTheDocument();
    await expect.element(button, { message: "seen" }).toBeEnabled();
    await userEvent.fill(page.getByLabelText("Check-in"), "15:55");
    // Immediately: waiting for it would let the time go on.
    expect(button.element(), "not seen yet: the answer before it stands there").toBeDisabled();
    vi.advanceTimersByTime(80);
    await expect.element(button, { message: "seen" }).toBeEnabled();
  } finally {
    vi.useRealTimers();
  }
});

test("a booking number that cannot be used says so", async () => {
  await showPage(IssuePage, FILLED);
  await userEvent.click(page.getByText("More options"));
  await userEvent.fill(page.getByLabelText("Booking number"), "ABC\t123");
  await expect.element(page.getByText("contains control characters", { exact: false }), { message: "why nothing can be issued" }).toBeVisible();
});

test("each risk has its box, and the button waits for them", async () => {
  await showPage(IssuePage, FILLED);
  const button = page.getByRole("button", { name: /^Issue code for/ });
  await expect.element(button, { message: "a risk has not been accepted" }).toBeDisabled();
  await userEvent.click(page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").first());
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
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "where the host was" }).toHaveFocus();
  expect(toasts().at(-1)?.text, "and it is said").toBe("Cancelled. Nothing was sent.");
  await expect.element(page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").first(), { message: "what was ticked stands" }).toBeChecked();
});

test("a bare hour is read, and shown in the host's clock style", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await fake.save_settings({ settings: { ...fake.answer("get_settings"), clock: "12h" } });
  await readSettings();
  const field = page.getByLabelText("Check-in");
  const shown = () => (field.element() as HTMLInputElement).value.replaceAll("\u00a0", " ");
  await expect.poll(shown, { message: "the field, too, is on the host's clock" }).toBe("3:45 PM");
  await userEvent.fill(field, "16");
  await userEvent.tab();
  await expect.poll(shown, { message: "as the core read it" }).toBe("4:00 PM");
});

test("half days with another guest are marked, and named", async () => {
  await showPage(IssuePage, FILLED);
  await expect.element(page.getByRole("button", { name: /24 December 2026, taken: / }), { message: "before it is chosen" }).toBeInTheDocument();
});

test("a warning is said once, in its box", async () => {
  await showPage(IssuePage, FILLED);
  await expect.element(page.getByRole("checkbox", { name: /Zone tables disagree/ }), { message: "it is accepted where it is said" }).toBeInTheDocument();
  expect(page.getByText("Zone tables disagree", { exact: false }).elements().length, "and nowhere else").toBe(1);
  await page.getByRole("button", { name: "Confirm 1 point first" }).click();
  await expect.element(page.getByRole("checkbox", { name: /Zone tables disagree/ }), { message: "the bar leads to it" }).toHaveFocus();
});

test("while the seconds run no other slot can be chosen", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await press();
  await expect.element(page.getByRole("region", { name: "About to send" })).toBeInTheDocument();
  const promise = page.getByRole("region", { name: "What the lock will do", includeHidden: true });
  await expect.element(promise, { message: "what is on its way is what is shown" }).toHaveAttribute("inert");
  fake.answer("list_doors").doors.splice(0);
  fake.emit("changed", { what: ["doors"] });
  await expect.element(page.getByRole("button", { name: /^Cancel/ }), { message: "whatever becomes of the preview, there is a way out" }).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("region", { name: "About to send" })).not.toBeInTheDocument();
  expect(fake.calls.map((one) => one.name), "nothing was sent").not.toContain("issue_code");
});

test("what cannot be previewed cannot be issued", async () => {
  const { fake } = await showPage(IssuePage, FILLED);
  await expect.element(page.getByRole("button", { name: /^Issue code for/ })).toBeInTheDocument();
  for (const box of page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").elements()) await userEvent.click(box);
  fake.preview_stay = () => Promise.reject({ code: "internal", message: "It broke.", detail: null });
  await userEvent.fill(page.getByLabelText("Label"), "Smith");
  await expect.element(page.getByText("It broke.", { exact: false }).first()).toBeVisible();
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "nobody sees what it would be" }).toBeDisabled();
});

test("a stay that is kept again takes the place of its older note, and undoing restores that", async () => {
  const { fake } = await showPage(IssuePage, "#/issue?stay=2");
  const old = fake.answer("list_stays").find((stay) => stay.stay_id === 2);
  if (!old) throw new Error("the fake has recorded stays");
  await expect.element(page.getByLabelText("Label"), { message: "the stay is taken over" }).toHaveValue(old.label);
  await userEvent.fill(page.getByLabelText("Check-in"), "16:00");
  await page.getByRole("button", { name: "Keep the stay without a code" }).click();
  await expect.poll(() => fake.answer("list_stays").map((stay) => stay.stay_id), { message: "no guest comes twice" }).not.toContain(old.stay_id);
  await expect.poll(() => location.hash, { message: "where the list of stays is; nothing is left to press twice" }).toBe("#/today");
  await undoLast();
  await expect.poll(() => fake.answer("list_stays").map((stay) => stay.stay_id), { message: "as it was before" }).toContain(old.stay_id);
});

test("a kept stay can be taken off the list, and put back", async () => {
  const { fake } = await showPage(IssuePage, "#/issue?stay=2");
  await page.getByRole("button", { name: "Take the stay off the list" }).click();
  await expect.poll(() => fake.answer("list_stays").some((stay) => stay.stay_id === 2), { message: "it is off" }).toBe(false);
  expect(location.hash, "nothing is left to do here").toBe("#/today");
  await undoLast();
  await expect.poll(() => fake.answer("list_stays").some((stay) => stay.stay_id === 2), { message: "and on again" }).toBe(true);
});

test("another door asked for while the seconds run takes the code back and begins anew", async () => {
  const { fake, screen } = await showPage(IssuePage, FILLED);
  await userEvent.fill(page.getByLabelText("Label"), "Smith");
  await press();
  await expect.element(page.getByRole("region", { name: "About to send" }), { message: "the outbox is open" }).toBeInTheDocument();
  const other = page.getByLabelText("Door", { exact: true }).element().querySelectorAll("option")[1]?.value ?? "";
  await screen.rerender({ route: parseRoute(`#/issue?door=${other}`) });
  await expect.element(page.getByRole("region", { name: "About to send" }), { message: "what was counting down was another stay" }).not.toBeInTheDocument();
  await expect.element(page.getByLabelText("Door", { exact: true }), { message: "the door that was asked for" }).toHaveValue(other);
  await expect.element(page.getByLabelText("Label"), { message: "a guest's name stays with the stay" }).toHaveValue("");
  expect(fake.calls.map((one) => one.name), "nothing was sent").not.toContain("issue_code");
});

test("a code that is ready shows its PIN masked, with what the guest gets", async () => {
  const { fake } = await showPage(IssuePage, FILLED, { issue: "set", pace: 0 });
  fake.answer("get_settings").outbox_seconds = 0;
  await press();
  await expect.element(page.getByRole("region", { name: "The code" }), { message: "the outcome is there" }).toBeInTheDocument();
  expect(fake.calls.filter((one) => one.name === "issue_code").length, "one press, one request").toBe(1);
  expect(location.hash, "the result has an address to come back to").toMatch(/^#\/issue\/\d+$/);
  await expectAccessible();
}, 20_000);

test("a result is found again at its address, as when going back from its card", async () => {
  await showPage(IssuePage, "#/issue/60");
  await expect.element(page.getByRole("region", { name: "The code" }), { message: "not an empty form" }).toBeInTheDocument();
});

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
  await expect.element(page.getByRole("button", { name: /^Issue code for/ }), { message: "the page stands" }).toBeInTheDocument();
  for (const width of [320, 1280]) {
    await page.viewport(width, 800);
    expect(document.documentElement.scrollWidth, `no name widens the page at ${width}`).toBeLessThanOrEqual(window.innerWidth);
  }
  await expectAccessible();
});
