import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Siblings resolve to their sources, so neither development nor the build runs against a stale `dist`.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@shian/source", "module", "browser", "development|production"] },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: process.env.SHIAN_URL ?? "http://127.0.0.1:3000" } },
  },
  build: {
    target: "es2022",
    // No inlined data: URIs or module-preload snippets: the server's CSP allows no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
