import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@shian/source"] },
  ssr: { resolve: { conditions: ["@shian/source"] } },
  test: { name: "web", include: ["src/**/*.test.ts", "src/**/*.test.tsx"], environment: "node" },
});
