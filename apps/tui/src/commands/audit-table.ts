// The commands about the record, as data.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

/** Commands about the record. */
export const auditCommands: readonly CommandSpec[] = [
  {
    name: "audit verify",
    group: "pure",
    server: false,
    summary: text("核对审计记录、库外的根、证明", "check a record, roots kept outside and proofs"),
    details: text(
      "不用服务器，也不用数据库。被改过的每一处都指出位置；有改动时退出码为 3。根文件是服务器数据目录里的 record-roots.ndjson。",
      "Needs neither server nor database. Names each alteration and its place; ends with 3 when there is one. The file of roots is record-roots.ndjson in the server's folder.",
    ),
    arguments: [{ name: text("文件", "FILE"), required: true, many: true }],
    options: [],
    formats: ["json", "ndjson"],
    examples: [
      "shian audit verify record.ndjson record-roots.ndjson",
      "shian audit verify proof.json --json",
    ],
    load: async () => (await import("./audit-verify.js")).verifyAudit,
  },
  {
    name: "audit list",
    group: "other",
    server: true,
    summary: text("审计记录：谁、何时、做了什么", "the record: who did what and when"),
    arguments: [],
    options: ["person", "operation", "from", "to", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian audit list --from 2026-11-01 --operation registry.correct --csv"],
    load: async () => (await import("./audit-commands.js")).listAudit,
  },
  {
    name: "audit export",
    group: "other",
    server: true,
    summary: text("把整条审计记录存成文件", "save the whole record as a file"),
    arguments: [{ name: text("文件", "FILE"), required: true }],
    options: [],
    formats: [],
    examples: ["shian audit export record.ndjson"],
    load: async () => (await import("./audit-commands.js")).exportAudit,
  },
];
