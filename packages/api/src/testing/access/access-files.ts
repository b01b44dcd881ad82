// Downloads and uploads in the access matrix: each kind with its permission, and the addresses that are asked of it.
import type { Permission } from "@shian/domain";
import { downloadPermissions } from "../../downloads.js";
import { recordDownloadPermissions } from "../../features/audit/record-downloads.js";
import { paperPermissions } from "../../features/paper/paper-downloads.js";
import { trainingFilePermissions } from "../../features/training/training-downloads.js";
import type { Group } from "./groups.js";

const permissions = {
  ...downloadPermissions,
  ...recordDownloadPermissions,
  ...paperPermissions,
  ...trainingFilePermissions,
};
type FileId = keyof typeof permissions;

const filtered = (filter: object) =>
  `/api/export/registry.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`;

const paths: { readonly [Id in FileId]: (group: Group) => readonly string[] } = {
  "download.errors": ({ run }) => [`/api/import/${run}/errors.csv`],
  "download.registry": ({ place, words }) => [
    filtered({}),
    filtered({ territory: place }),
    filtered({ search: words.named }),
  ],
  "download.coverage": ({ place }) => [
    "/api/export/coverage.csv",
    `/api/export/coverage.csv?territory=${place}`,
  ],
  "download.layout": ({ place, words }) => [
    "/api/export/layout/demonstration-pairings/rows.csv",
    `/api/export/layout/demonstration-officials/rows.csv?filter=${encodeURIComponent(JSON.stringify({ territory: place }))}`,
    `/api/export/layout/demonstration-visits/rows.csv?filter=${encodeURIComponent(JSON.stringify({ search: words.named }))}`,
  ],
  "download.refusedFacts": () => ["/api/fact-sheets/nothing/refused.csv"],
  "download.previewedFacts": () => ["/api/fact-sheets/file/nothing/refused.csv?kind=risk"],
  "download.backup": () => ["/api/backup/shian-20261124T000000000Z.backup"],
  "download.template": () => ["/api/templates/registry.csv"],
  "download.letter": ({ official }) => [`/api/papers/letter.docx?official=${official}`],
  "download.letters": ({ place }) => [
    "/api/papers/letters.zip",
    `/api/papers/letters.zip?territory=${place}`,
  ],
  "download.lists": ({ official }) => [`/api/papers/lists.docx?official=${official}`],
  "download.changes": ({ place }) => [`/api/papers/changes.docx?from=2026-01-01&territory=${place}`],
  "download.directory": ({ place, words }) => [
    "/api/papers/directory.docx",
    `/api/papers/directory.xlsx?territory=${place}`,
    `/api/papers/directory.xlsx?kind=liaison&search=${words.unit}`,
  ],
  "download.signed": ({ commitment }) => [`/api/papers/signed/${commitment}`],
  "download.receipt": ({ handover, official, deputy }) => [
    `/api/papers/handover/${handover}/receipt.docx?official=${official}`,
    `/api/papers/handover/${handover}/receipt.docx?official=${deputy}`,
  ],
  "download.receipts": ({ handover }) => [`/api/papers/handover/${handover}/receipts.zip`],
  "download.handoverChanges": ({ handover }) => [`/api/papers/handover/${handover}/changes.docx`],
  "download.trainingFile": () => ["/api/training-files/absent"],
  "download.record": () => ["/api/record/export.ndjson"],
  "download.proof": () => ["/api/record/proof/1.json"],
};

export type AccessFile = {
  readonly id: FileId | "upload.file";
  readonly permission: Permission;
  readonly paths: (group: Group) => readonly string[];
};

/** Every file that leaves or comes in. */
export const accessFiles: readonly AccessFile[] = [
  ...(Object.keys(permissions) as FileId[]).map((id) => ({
    id,
    permission: permissions[id],
    paths: paths[id],
  })),
  {
    id: "upload.file",
    permission: { may: ["office", "regulator", "system", "security"], territory: "none" },
    paths: () => ["/api/files?name=new.csv"],
  },
];
