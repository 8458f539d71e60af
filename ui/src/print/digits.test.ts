import { beforeEach, expect, test } from "vitest";
import { setCore } from "$lib/core";
import { fakeCore, type FakeCore } from "$lib/core/fake";
import { Digits } from "./digits.svelte";

const CARD = { intent_id: 60, with_label: true, language: "en", clock: "24h" } as const;

let fake: FakeCore;

beforeEach(() => {
  fake = fakeCore();
  setCore(fake);
});

test("they are there only when read, and gone when forgotten", async () => {
  const digits = new Digits();
  expect(await digits.read(CARD), "there is a PIN").toBe(true);
  expect(digits.shown?.pin.join(""), "as it is").toBe(await fake.reveal_pin({ intent_id: 60 }));
  digits.forget();
  expect(digits.shown, "nothing stays").toBeNull();
});

test("an answer that comes after they were forgotten is not kept", async () => {
  const digits = new Digits();
  const reading = digits.read(CARD);
  digits.forget();
  expect(await reading, "too late").toBe(false);
  expect(digits.shown, "the page was left").toBeNull();
});

test("concealed PINs stay concealed", async () => {
  fake.answer("get_settings").conceal = true;
  const digits = new Digits();
  expect(await digits.read(CARD), "refused by the core").toBe(false);
  expect(digits.error, "and said").not.toBeNull();
});
