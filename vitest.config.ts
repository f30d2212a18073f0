import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: process.env.CI ? ["default"] : ["dot"],
    coverage: { include: ["src/**/*.ts"], exclude: ["src/generated/**"] },
    testTimeout: 20_000,
  },
});
