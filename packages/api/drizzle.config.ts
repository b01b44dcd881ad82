// `npx drizzle-kit generate` in this folder writes the next migration from the table files.
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./src/features/*/*.table.ts", "./src/storage/*.table.ts"],
  out: "./src/storage/migrations",
});
