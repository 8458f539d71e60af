import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "figures",
    root: import.meta.dirname,
    include: ["bench/*.bench.ts"],
    environment: "node",
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
    // Nothing else runs while something is measured.
    fileParallelism: false,
    watch: false,
  },
});
