// Entering one establishment by hand. What looks like one that is registered already is refused until the editor says
// that it is another: several places of business may share one credit code.
import {
  type Establishment,
  EstablishmentFacts,
  fillSize,
  foldName,
  type OperationArguments,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { toNameKeys } from "../../name-keys.js";
import { recordChanges, toLogText } from "../audit/record-changes.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { getTree } from "../territory/territory.service.js";
import { checkCodes, checkFacts } from "./check-facts.service.js";
import { listByCreditCode, listByNameKey } from "./find-alike.repo.js";
import { insertEstablishments } from "./registry.repo.js";

/** A name and one of credit code, licence or registration, or address and village (rules §1). */
const hasIdentity = (facts: EstablishmentFacts): boolean =>
  facts.creditCode !== null ||
  facts.licenceNumber !== null ||
  facts.furtherLicences.length > 0 ||
  (facts.address !== null && (facts.place?.length ?? 0) >= 12);

async function findAlike(call: ChangeCall, facts: EstablishmentFacts): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  if (facts.creditCode !== null) {
    const sharing = await listByCreditCode(call.db, facts.creditCode);
    const [first] = sharing;
    if (first !== undefined)
      problems.push(problem("registry/code-shared", { count: sharing.length, name: first.name }));
  }
  const { address, place } = facts;
  const same = (await listByNameKey(call.db, toNameKeys(facts.name).nameKey)).find(
    (other) =>
      other.place?.slice(0, 12) === place?.slice(0, 12) &&
      foldName(other.address ?? "") === foldName(address ?? ""),
  );
  if (same !== undefined) problems.push(problem("registry/name-place-taken", { name: same.name }));
  return problems;
}

export async function createEstablishment(
  call: ChangeCall,
  input: OperationArguments<"registry.create">,
): Promise<Result<Establishment>> {
  const checked = checkCodes(input.facts);
  if (!checked.ok) return checked;
  const facts = fillSize(EstablishmentFacts.parse({ ...input.facts, ...checked.value }));
  if (!hasIdentity(facts)) return refuse("registry/identity-missing");
  const tree = await getTree(call, call.today);
  const allowed = await checkFacts(call, { tree, before: null, after: facts, id: null });
  if (!allowed.ok) return allowed;
  if (!input.confirmed) {
    const alike = await findAlike(call, facts);
    if (alike.length > 0) return refuseAll(alike);
  }
  const state = input.state?.state ?? "active";
  const stateSince = input.state?.from ?? facts.openedOn ?? call.today;
  if (stateSince > call.today)
    return refuse("registry/state-from-later", { from: stateSince, today: call.today });
  const id = call.deps.newId();
  await insertEstablishments(call.db, [{ id, facts, state, stateSince }], call.now);
  await gradeEstablishments(call, [{ id, facts }]);
  const fields = Object.entries({ ...facts, state: `${state} ${stateSince}` }).flatMap(([field, value]) => {
    const after = toLogText(value);
    return after === null ? [] : [{ field, before: null, after }];
  });
  recordChanges(call, [{ objectKind: "establishment", objectId: id, what: "created", fields }]);
  await noteRegisterChange(call, [id]);
  const part = { establishments: [id], officials: [] };
  const written = (await getPartOfPicture(call, part)).byId.get(id);
  return written === undefined ? refuse("request/not-found", { id }) : ok(toEstablishment(written.facts));
}
