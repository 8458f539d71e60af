import { expect, test } from "vitest";
import { First } from "./first";

function pageWith(answers: string): Document {
  const page = document.implementation.createHTMLDocument();
  const block = page.createElement("script");
  block.type = "application/json";
  block.id = "first";
  block.textContent = answers;
  page.body.append(block);
  return page;
}

test("an answer that came with the page is given once, and only at the start", async () => {
  const page = pageWith('{"get_status":{"mode":"live"},"get_today":null}');
  const first = new First(page);
  expect(page.getElementById("first"), "names of guests do not stay in the page").toBeNull();
  expect(first.take("get_status"), "as it came").toEqual({ answer: { mode: "live" } });
  expect(first.take("get_status"), "the next question goes to the core").toBeNull();
  await new Promise((resolve) => setTimeout(resolve));
  expect(first.take("get_today"), "what was not asked for at once is old").toBeNull();
});

test("a page without answers asks for everything", () => {
  expect(new First(document.implementation.createHTMLDocument()).take("get_status"), "there is none").toBeNull();
});
