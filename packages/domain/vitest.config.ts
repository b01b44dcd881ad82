import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@shian/source", "module", "node", "development|production"] },
  ssr: { resolve: { conditions: ["@shian/source", "module", "node", "development|production"] } },
  test: {
    name: "domain",
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: "UTC" },
  },
});
