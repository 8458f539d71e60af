/** Fails when what the window reads before its first page weighs more than it may. */
import { readFileSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = { js: 90_000, css: 15_000 };
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const weight = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

/** The entry, what it imports, and what it reads at every start although it says so late. */
function gather(name, seen = new Map()) {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return seen;
  seen.set(name, chunk);
  for (const other of chunk.imports ?? []) gather(other, seen);
  return seen;
}

const chunks = gather("index.html");
for (const late of ["src/today/TodayPage.svelte"]) gather(late, chunks);

const files = [...chunks.values()];
const css = new Set(files.flatMap((chunk) => chunk.css ?? []));
const weights = {
  js: files.reduce((sum, chunk) => sum + weight(chunk.file), 0),
  css: [...css].reduce((sum, file) => sum + weight(file), 0),
};

// The program embeds the folder as it is: what only this script reads need not go along.
rmSync(new URL(".vite", dist), { recursive: true });

let over = false;
for (const [kind, bytes] of Object.entries(weights)) {
  const tooMuch = bytes > MOST[kind];
  over ||= tooMuch;
  console.log(`${kind} at the start: ${(bytes / 1000).toFixed(1)} kB gzip of ${MOST[kind] / 1000} kB${tooMuch ? "  TOO MUCH" : ""}`);
}
if (over) process.exit(1);
