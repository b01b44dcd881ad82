// Brings a file in through the real client, as the web and the terminal do.
import type { ImportKind, ImportRun, OperationInput } from "@shian/domain";
import { uploadFile } from "../client/index.js";
import type { TestApp } from "./create-test-app.js";

export type ImportStep = { readonly kind: ImportKind; readonly name: string; readonly bytes: Uint8Array };

/** The previewed run of a file. */
export async function previewFile(
  app: TestApp,
  { kind, name, bytes }: ImportStep,
  mapping?: OperationInput<"import.preview">["mapping"],
): Promise<ImportRun> {
  const { fileId } = await uploadFile(app.clientOptions, { name, content: new Uint8Array(bytes) });
  const { runId } = await app.client.import.preview.mutate({
    txId: app.newTxId(),
    fileId,
    kind,
    ...(mapping === undefined ? {} : { mapping }),
  });
  await app.deps.jobs.idle();
  return app.client.import.run.query({ runId, allProblems: true });
}

/** The applied run of a file. */
export async function importFile(app: TestApp, step: ImportStep): Promise<ImportRun> {
  const preview = await previewFile(app, step);
  if (preview.status !== "previewed") return preview;
  await app.client.import.apply.mutate({ txId: app.newTxId(), runId: preview.id });
  await app.deps.jobs.idle();
  return app.client.import.run.query({ runId: preview.id, allProblems: true });
}

/** The five counts and their sum. */
export const toCounts = (run: ImportRun) => {
  const { rows, created, updated, unchanged, held, refused } = run.answer ?? {
    rows: -1,
    created: -1,
    updated: -1,
    unchanged: -1,
    held: -1,
    refused: -1,
  };
  return { rows, created, updated, unchanged, held, refused };
};
