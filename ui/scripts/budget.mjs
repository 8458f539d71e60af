/** Fails if the files read before the first page exceed their size limit. */
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = { js: 90_000, css: 15_000 };
const dist = new URL("../dist/", import.meta.url);

const weight = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

/** The page names its scripts, with all their imports, and its styles. */
const named = readFileSync(new URL("index.html", dist), "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+\.(js|css))"/g);
const weights = { js: 0, css: 0 };
for (const [, file, kind] of named) weights[kind] += weight(file);

let over = false;
for (const [kind, bytes] of Object.entries(weights)) {
  const isWrong = bytes === 0 || bytes > MOST[kind];
  over ||= isWrong;
  console.log(`${kind} at the start: ${(bytes / 1000).toFixed(1)} kB gzip of ${MOST[kind] / 1000} kB${isWrong ? "  WRONG" : ""}`);
}
const today = readdirSync(new URL("assets", dist)).filter((file) => file.startsWith("TodayPage"));
if (today.length > 0) console.log(`${today.join(", ")} should be part of the start`);
if (over || today.length > 0) process.exit(1);
