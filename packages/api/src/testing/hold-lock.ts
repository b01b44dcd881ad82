// A process that takes the lock of a folder, says so, and keeps it until it is killed. Arguments: the folder.
import { lockFolder } from "../storage/lock.js";
import { StorageRefusal } from "../storage/storage.problem.js";

const [folder = ""] = process.argv.slice(2);
try {
  lockFolder(folder, new Date());
  process.stdout.write("held\n");
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof StorageRefusal ? error.problem.code : String(error)}\n`);
}
