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
    // The window is no server of the page's sources.
    watch: false,
  },
});
