// Plans, applies and undoes allocations through the real client, as the web and the terminal do.
import type { AllocationRun, OperationInput } from "@shian/domain";
import type { ShianClient } from "../client/index.js";
import type { TestApp } from "./create-test-app.js";

type App = Pick<TestApp, "client" | "deps" | "newTxId">;
type Question = Omit<OperationInput<"allocation.plan">, "txId">;

/** The planned allocation, of whose client it is. */
export async function planAllocation(
  app: App,
  question: Question = {},
  client: ShianClient = app.client,
): Promise<AllocationRun> {
  const { id } = await client.allocation.plan.mutate({ txId: app.newTxId(), ...question });
  await app.deps.jobs.idle();
  return client.allocation.get.query({ id });
}

/** The allocation planned and applied; one whose plan failed is given as it is. */
export async function allocate(
  app: App,
  question: Question = {},
  client: ShianClient = app.client,
): Promise<AllocationRun> {
  const run = await planAllocation(app, question, client);
  if (run.preview === null) return run;
  const { id, preview } = run;
  await client.allocation.make.mutate({ txId: app.newTxId(), id, fingerprint: preview.fingerprint });
  await app.deps.jobs.idle();
  return client.allocation.get.query({ id });
}

/** The allocation after it was asked to be taken back. */
export async function undoAllocation(
  app: App,
  id: string,
  client: ShianClient = app.client,
): Promise<AllocationRun> {
  await client.allocation.undo.mutate({ txId: app.newTxId(), id });
  await app.deps.jobs.idle();
  return client.allocation.get.query({ id });
}
