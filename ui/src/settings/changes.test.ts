import { beforeEach, expect, test } from "vitest";
import { setCore } from "$lib/core";
import { fakeCore, type FakeCore } from "$lib/core/fake";
import { readSettings, settings } from "$lib/settings.svelte";
import { toasts } from "$lib/toasts.svelte";
import { forgetSteps, undoLast } from "$lib/undo.svelte";
import { languageTag } from "$lib/words";
import { change, forgetRefusals, refusal } from "./changes.svelte";

let fake: FakeCore;

beforeEach(async () => {
  fake = fakeCore();
  setCore(fake);
  forgetSteps();
  forgetRefusals();
  await readSettings();
});

test("a change is kept at once and undone by one press", async () => {
  expect(await change("check_in", "15:00", "Check-in"), "kept").toBe(true);
  expect([settings().check_in, fake.answer("get_settings").check_in], "here and in the core").toEqual(["15:00", "15:00"]);
  expect(toasts().at(-1)?.text, "said in words").toBe("Saved: Check-in");
  await undoLast();
  expect([settings().check_in, fake.answer("get_settings").check_in], "as before").toEqual(["16:00", "16:00"]);
});

test("what the core refuses is said at its field, and nothing changes", async () => {
  const save = fake.save_settings;
  fake.save_settings = () => Promise.reject({ code: "usage", message: "No.", detail: null });
  expect(await change("outbox_seconds", 1, "Outbox"), "refused").toBe(false);
  expect(refusal("outbox_seconds")?.code, "at its field").toBe("usage");
  expect(settings().outbox_seconds, "as before").toBe(5);
  fake.save_settings = save;
  await change("outbox_seconds", 10, "Outbox");
  expect(refusal("outbox_seconds"), "gone once it is kept").toBeNull();
});

test("the language changes at once", async () => {
  await change("language", "es", "Language");
  expect(languageTag(), "words from now on").toBe("es");
  await change("language", "en", "Idioma");
});

test("what is seen at once is not said, and still undone by the key", async () => {
  const said = toasts().length;
  await change("theme", "dark", "Theme");
  await undoLast();
  expect(settings().theme, "as before").toBe("system");
  expect(toasts().length, "no message covers anything").toBe(said);
});

test("of two changes at once the later one is kept", async () => {
  const kept = fake.save_settings;
  let first = true;
  fake.save_settings = async (request) => {
    // The disk is slow for the first.
    if (first) await new Promise((done) => setTimeout(done, 20));
    first = false;
    return kept(request);
  };
  await Promise.all([change("zoom", 110, "Zoom"), change("zoom", 125, "Zoom")]);
  expect([settings().zoom, fake.answer("get_settings").zoom], "here and in the core").toEqual([125, 125]);
});

test("the same value again asks nothing", async () => {
  const before = fake.calls.length;
  await change("theme", settings().theme, "Theme");
  expect(fake.calls.length, "no command").toBe(before);
});
