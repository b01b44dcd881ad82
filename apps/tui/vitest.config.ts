import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@shian/source", "module", "node", "development|production"] },
  ssr: { resolve: { conditions: ["@shian/source", "module", "node", "development|production"] } },
  test: {
    name: "tui",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: "UTC" },
  },
});
