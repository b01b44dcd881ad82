// Makes the fixture of a release: `node --import tsx --conditions=@shian/source scripts/drill/migrate-fixture.ts TAG`
// with the name of its last migration, once, in the commit that releases it; never again afterwards.
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { makeBackup } from "../../packages/api/src/storage/backup.js";
import { openMemory } from "../../packages/api/src/storage/connect.js";
import { composeRelease, toFixturePath } from "../../packages/api/src/testing/released-schemas.js";

const [tag = ""] = process.argv.slice(2);
const database = await openMemory();
writeFileSync(toFixturePath(tag, "sql"), await composeRelease(database, tag));
const target = toFixturePath(tag, "backup");
rmSync(target, { force: true });
const head = { version: "0.1.0", createdAt: "2026-11-26T12:00:00.000Z" };
await makeBackup(database, { target, folder: tmpdir(), head });
await database.close();
