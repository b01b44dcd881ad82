// Saved views of the register: everybody keeps their own; the office shares some with everybody. The count of a view is
// counted by the same filter that its list uses.
import {
  mostViews,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { createRegistryFilter } from "./registry.views.js";
import {
  deleteView,
  insertView,
  listStoredViews,
  type StoredView,
  updateView,
} from "./registry-view.repo.js";

const isOwn = (call: Call, { ownerId }: StoredView): boolean => ownerId === (call.actor?.personId ?? "");

/** Own views, and for the office the shared ones too. */
const mayChange = (call: Call, view: StoredView): boolean =>
  isOwn(call, view) || (view.isShared && call.roles.includes("office"));

export async function listViews(
  call: Call,
  input: OperationArguments<"registryView.list">,
): Promise<Result<OperationOutput<"registryView.list">>> {
  const stored = await listStoredViews(call.db);
  if (stored.length === 0) return ok({ rows: [] });
  const picture = await getPicture(call, input);
  const rows = stored.map((one) => {
    const { id, name, isShared, ownerName, view, version } = one;
    const scope = findScope(picture, input.territory ?? view.filter.territory);
    const keeps = createRegistryFilter(view.filter, picture.asOf);
    const inScope = scope.ok ? scope.value.establishments : [];
    let count = keeps === undefined ? inScope.length : 0;
    if (keeps !== undefined) for (const establishment of inScope) if (keeps(establishment)) count += 1;
    return { id, name, shared: isShared, own: isOwn(call, one), owner: ownerName, view, count, version };
  });
  return ok({ rows });
}

export async function saveView(
  call: ChangeCall,
  input: OperationArguments<"registryView.save">,
): Promise<Result<OperationOutput<"registryView.save">>> {
  const { name, shared, view } = input;
  if (shared && !call.roles.includes("office")) return refuse("access/no-role");
  const views = await listStoredViews(call.db);
  const known = input.id === undefined ? undefined : views.find(({ id }) => id === input.id);
  if (input.id !== undefined && (known === undefined || !mayChange(call, known)))
    return refuse("request/not-found", { id: input.id });
  if (known !== undefined && known.version !== input.version) return refuse("request/stale");
  const isTaken = views.some((other) => other.id !== known?.id && other.name === name && isOwn(call, other));
  if (isTaken) return refuse("registry/view-name-taken", { name });
  if (known === undefined && views.filter((other) => isOwn(call, other)).length >= mostViews)
    return refuse("registry/view-too-many", { most: mostViews });
  const id = known?.id ?? call.deps.newId();
  if (known === undefined)
    await insertView(
      call.db,
      {
        id,
        ownerId: call.actor?.personId ?? "",
        ownerName: nameOf(call),
        isShared: shared,
        name,
        view,
        version: 1,
      },
      call.now,
    );
  else await updateView(call.db, { id, name, isShared: shared, view }, call.now);
  recordChanges(call, [
    {
      objectKind: "registry-view",
      objectId: id,
      what: known === undefined ? "created" : "changed",
      fields: [{ field: "name", before: known?.name ?? null, after: name }],
    },
  ]);
  return ok({ id, version: (known?.version ?? 0) + 1 });
}

export async function removeView(
  call: ChangeCall,
  input: OperationArguments<"registryView.remove">,
): Promise<Result<OperationOutput<"registryView.remove">>> {
  const known = (await listStoredViews(call.db)).find(({ id }) => id === input.id);
  if (known === undefined || !mayChange(call, known)) return refuse("request/not-found", { id: input.id });
  await deleteView(call.db, known.id);
  recordChanges(call, [
    {
      objectKind: "registry-view",
      objectId: known.id,
      what: "removed",
      fields: [{ field: "name", before: known.name, after: null }],
    },
  ]);
  return ok({ id: known.id });
}
