import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "window",
    root: import.meta.dirname,
    include: ["*.test.ts"],
    environment: "node",
    // Each test starts a program, a web view, a screen and a keychain.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // The summary of `cargo xtask test` names the tests that failed.
    reporters: ["default", "json"],
    outputFile: "../../target/e2e.json",
    // The window does not serve the page's sources.
    watch: false,
  },
});
