// Puts the SQL files beside the compiled migrator, which reads them from there.
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
rmSync(at("../dist/storage/migrations"), { recursive: true, force: true });
cpSync(at("../src/storage/migrations"), at("../dist/storage/migrations"), { recursive: true });
