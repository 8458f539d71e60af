import { beforeEach, expect, test } from "vitest";
import { setCore } from "$lib/core";
import { fakeCore, type FakeCore, type Options } from "$lib/core/fake";
import { Connect } from "./connect.svelte";

let fake: FakeCore;

async function begin(options: Partial<Options> = {}): Promise<Connect> {
  fake = fakeCore({ mode: "none", keychain: "absent", ...options });
  setCore(fake);
  const connect = new Connect();
  await connect.readKeychain();
  return connect;
}

let connect: Connect;
beforeEach(async () => {
  connect = await begin();
});

test("a key goes in once, and nothing of it stays in the page", async () => {
  connect.key = "  seam_test_abc  ";
  expect(await connect.connect(), "the key is accepted").toBe(true);
  expect(connect.key, "emptied").toBe("");
  expect(fake.calls.find((call) => call.name === "connect")?.request, "trimmed, kept in the keychain").toEqual({ key: "seam_test_abc", keep: true });
  expect(JSON.stringify(connect.connected), "the answer holds no key").not.toContain("abc");
});

test("a rejected key stays to be mended", async () => {
  connect.key = "seam_wrong";
  expect(await connect.connect(), "not accepted").toBe(false);
  expect(connect.error?.code, "why").toBe("key_rejected");
  expect(connect.key, "still there").toBe("seam_wrong");
});

test("without a keychain the key is held for this session", async () => {
  connect = await begin({ keychain: "unavailable" });
  expect([connect.keep, connect.canKeep], "what is offered").toEqual(["session", false]);
  connect.key = "seam_live_abc";
  await connect.connect();
  expect(fake.calls.at(-2)?.request, "not kept").toEqual({ key: "seam_live_abc", keep: false });
});

test("a locked keychain refuses, and the session is still open", async () => {
  connect = await begin({ keychain: "locked" });
  connect.key = "seam_live_abc";
  expect(await connect.connect(), "the keychain is chosen and locked").toBe(false);
  expect(connect.error?.code, "why").toBe("keychain");
  connect.keep = "session";
  expect(await connect.connect(), "for this session").toBe(true);
});

test("an empty key asks nothing", async () => {
  connect.key = "   ";
  expect(await connect.connect(), "nothing to check").toBe(false);
  expect(fake.calls.some((call) => call.name === "connect"), "no request").toBe(false);
});
