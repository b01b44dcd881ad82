import type { OperationId } from "@shian/domain";
import { settingsPages } from "./settings-pages.js";

/** The operation that each address is for; addresses that are not listed are open to everyone. */
const rights: readonly (readonly [path: string, operation: OperationId])[] = [
  ["/registry/import", "import.preview"],
  ["/registry/objections", "objection.list"],
  ["/registry/duplicates", "duplicate.list"],
  ["/registry/facts", "factSheet.preview"],
  ["/registry/controls", "arm.controls"],
  ["/arm", "arm.report"],
  ["/registry/compare", "comparison.list"],
  ["/registry/x-ray", "xray.get"],
  ["/registry/", "registry.get"],
  ["/registry", "registry.list"],
  ["/field", "commitment.acknowledge"],
  ["/field/sign/", "commitment.sign"],
  ["/chain/handover", "handover.preview"],
  ["/chain/directory", "directory.list"],
  ["/field/training", "training.attend"],
  ["/field/training/", "training.attend"],
  ["/field/attend/", "training.attend"],
  ["/field/document/", "document.read"],
  ["/chain/training", "training.plans"],
  ["/chain/training/", "training.plan"],
  ["/chain/session/", "training.session"],
  ["/chain/document/", "document.get"],
  ["/chain/questions", "question.answers"],
  ["/field/questions", "question.mine"],
  ["/chain/official/", "official.get"],
  ["/chain", "chain.tree"],
  ["/visits/record/", "visit.submit"],
  ["/visits/", "visit.get"],
  ["/visits", "visit.list"],
  ["/evaluation", "evaluation.get"],
  ...settingsPages.map(({ to, opens }) => [to, opens] as const),
];

/** The operation without which a door leads nowhere; undefined: open to everyone. */
export function findDoorRight({
  to,
  search,
}: {
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
}): OperationId | undefined {
  if (to === "/") return "overview.get";
  if (to === "/chain" && search?.view === "allocation") return "allocation.plan";
  return rights.find(([path]) => to === path || (path.endsWith("/") && to.startsWith(path)))?.[1];
}
