/** Before every view's test: the styles of the page, and nothing that an earlier test left. */
import "../src/styles/index.css";
import { afterEach, beforeEach, expect } from "vitest";
import { refused } from "./policy.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  location.hash = "";
  refused.length = 0;
});

afterEach(() => {
  expect(refused, "nothing in the view is refused by the window's policy").toEqual([]);
});
