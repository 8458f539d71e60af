import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { POLICY } from "./csp.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Only in builds: the dev server puts styles into the page itself. */
const policy: Plugin = {
  name: "policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
      injectTo: "head-prepend",
    },
  ],
};

const chromium = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), policy],
  resolve: { alias: { $lib: here("./src/lib"), $shared: here("./src/shared") } },
  // The window of `tauri dev` asks for this port; tests take any.
  server: { port: 5173, strictPort: process.env["VITEST"] === undefined },
  clearScreen: false,
  build: {
    target: ["safari16.4", "chrome111"],
    outDir: mode === "browser" ? "dist-browser" : "dist",
    modulePreload: { polyfill: false },
    // What every start shows is one file: in the window each file is asked of the shell, one wave after the other.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "start", test: /src[\\/](main\.ts|today[\\/]TodayPage\.svelte)$/ }] } },
    },
    assetsInlineLimit: 0,
  },
  test: {
    projects: [
      {
        extends: true,
        // The client's runes: on the server's, state does not react.
        resolve: { conditions: ["browser"] },
        test: {
          name: "controllers",
          environment: "node",
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.view.test.ts"],
          server: { deps: { inline: [/svelte/] } },
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: ["axe-core", "@internationalized/date", "tinykeys"],
        },
        test: {
          name: "views",
          include: ["src/**/*.view.test.ts"],
          setupFiles: ["./test/view.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: "chromium", viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
}));
