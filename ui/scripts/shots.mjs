/**
 * Pictures of every view: `npm run shots` for all, `npm run shots -- today 320` for those whose name has every word.
 * They are saved in `shots/`; the views are defined in `views/`, a file for each area.
 */
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";

// A separate folder, so that two runs can make pictures at the same time.
const dist = mkdtempSync(join(tmpdir(), "latchbook-page-"));
const out = fileURLToPath(new URL("../shots/", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const WIDTHS = [1280, 800, 320];
const HEIGHT = { 1280: 800, 800: 900, 320: 640 };

function serve() {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    const file = join(dist, path === "/" ? "index.html" : path);
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const folder = new URL("./views/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".mjs"));
const VIEWS = (await Promise.all(files.map((file) => import(new URL(file, folder)).then(({ VIEWS }) => VIEWS, (error) => (console.log(`${file}: ${error}`), []))))).flat();

const wanted = process.argv.slice(2);
await build({ root: fileURLToPath(new URL("..", import.meta.url)), mode: "browser", logLevel: "error", build: { outDir: dist, emptyOutDir: true } });
const server = await serve();
const base = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(out, { recursive: true });

let faults = 0;
for (const view of VIEWS)
  for (const theme of ["light", "dark"])
    for (const width of WIDTHS) {
      const name = `${view.name}-${theme}-${width}`;
      if (!wanted.every((word) => name.includes(word))) continue;
      faults += await shoot(view, theme, width, name);
    }
await browser.close();
server.close();
rmSync(dist, { recursive: true });
if (faults > 0) process.exitCode = 1;

async function shoot(view, theme, width, name) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT[width] }, reducedMotion: "reduce" });
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.setDefaultTimeout(5000);
  // The window does the same.
  await page.addInitScript(() => Object.freeze(Object.prototype));
  try {
    await page.goto(`${base}?theme=${theme}&${view.query ?? ""}${view.query?.includes("pace=") ? "" : "&pace=0"}#/${view.route}`);
    await page.waitForSelector(view.wait ?? "[data-page-title]");
    await view.act?.(page);
    await page.waitForTimeout(view.settle ?? 350);
  } catch (error) {
    said.push(String(error));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) said.push(`wider than the window by ${wide} px`);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: view.whole ?? width !== 1280 });
  await page.close();
  if (said.length > 0) console.log(`${name}: ${said.join(" · ").slice(0, 400)}`);
  return said.length;
}
