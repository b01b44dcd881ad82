import { defineConfig } from "vitest/config";

// Every workspace resolves its siblings to source, so no test runs against a stale build.
export default defineConfig({
  resolve: { conditions: ["@shian/source"] },
  ssr: { resolve: { conditions: ["@shian/source"] } },
  test: {
    projects: ["packages/domain", "packages/api", "apps/tui", "apps/web", "scripts"],
  },
});
