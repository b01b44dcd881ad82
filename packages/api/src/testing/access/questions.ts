// Everything that the matrix asks: each operation and file with its permission and, for each group, how it is sent.
import { type Operation, type OperationId, operations, type Permission } from "@shian/domain";
import { accessFiles } from "./access-files.js";
import { accessInputs } from "./access-inputs.js";
import type { Sending } from "./ask.js";
import type { Group } from "./groups.js";

export type Question = {
  readonly id: string;
  readonly permission: Permission;
  readonly changes: boolean;
  readonly about: "objects" | "places" | "none";
  /** The ways of asking about the group; those about nothing are the same for every group. */
  readonly sendings: (group: Group, newTxId: () => string) => readonly Omit<Sending, "token">[];
};

function toQuestion(id: OperationId): Question {
  const operation: Operation = operations[id];
  const row = accessInputs[id];
  const listInputs = (group: Group): readonly object[] =>
    row.about === "none" ? row.inputs : row.inputs(group);
  const changes = operation.kind === "mutation";
  return {
    id,
    permission: operation,
    changes,
    about: row.about,
    sendings: (group, newTxId) =>
      listInputs(group).map((input) =>
        changes
          ? {
              method: "POST",
              path: `/api/trpc/${id}`,
              body: JSON.stringify({ ...input, txId: newTxId() }),
              type: "application/json",
            }
          : { method: "GET", path: `/api/trpc/${id}?input=${encodeURIComponent(JSON.stringify(input))}` },
      ),
  };
}

/** Files of which there is but one, for whoever may have it. */
const placeless = new Set<string>([
  "download.template",
  "download.backup",
  "download.record",
  "download.proof",
  "download.trainingFile",
]);

const fileQuestions: readonly Question[] = accessFiles.map(({ id, permission, paths }) => {
  const isUpload = id === "upload.file";
  return {
    id,
    permission,
    changes: isUpload,
    about: placeless.has(id) ? "none" : "places",
    sendings: (group) =>
      paths(group).map((path) =>
        isUpload
          ? { method: "POST", path, body: "名称\n店\n", type: "application/octet-stream" }
          : { method: "GET", path },
      ),
  };
});

/** All questions, in the order of the operations map. */
export const questions: readonly Question[] = [
  ...(Object.keys(operations) as OperationId[]).map(toQuestion),
  ...fileQuestions,
];
