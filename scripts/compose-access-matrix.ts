// The page of who may do what: every operation and file × every role, each cell answered by `can()` itself, asked on
// behalf of somebody who holds that role for all of an office's territory and of somebody who holds it for a part.
import { accessFiles } from "../packages/api/src/testing/access/access-files.js";
import { type Asker, can } from "../packages/domain/src/access/can.js";
import type { GrantableRole } from "../packages/domain/src/access/grant.schema.js";
import { operations } from "../packages/domain/src/contracts.js";
import { type Permission, type Role, roles } from "../packages/domain/src/kernel/operation.js";
import { toPlainDate } from "../packages/domain/src/kernel/plain-date.js";
import { createTerritoryTree } from "../packages/domain/src/territory/territory-tree.js";

const on = toPlainDate("2026-11-24");
const [office, part] = ["990106", "990106001"] as const;
// The codes alone say what contains what.
const tree = createTerritoryTree({ nodes: [], asOf: on });

/** What a cell says. */
export type Cell = "yes" | "own" | "any" | "whole" | "no";

/** Somebody with one grant of the role; administrators, officials and businesses have theirs without a territory. */
const holderOf = (role: GrantableRole, territory: string): Asker => {
  const isPlaced = !["system", "security", "audit", "official", "business"].includes(role);
  return {
    grants: [
      {
        id: "g",
        person: "p",
        role,
        territory: isPlaced ? territory : null,
        official: role === "official" ? "o" : null,
        establishment: role === "business" ? "e" : null,
        leading: false,
        from: toPlainDate("1900-01-01"),
        to: null,
      },
    ],
    standIns: [],
  };
};

/** What the role may do with what the permission guards. */
export function decideCell(permission: Permission, role: Role): Cell {
  const ask = (territory: string) =>
    can({
      asker: role === "public" ? undefined : holderOf(role, territory),
      permission,
      on,
      tree,
      officeTerritory: office,
    }).allowed;
  if (!ask(office)) return "no";
  if (!ask(part)) return "whole";
  if (permission.may === "everyone") return "any";
  return permission.territory === "none" ? "yes" : "own";
}

export type AccessRow = {
  readonly id: string;
  readonly kind: string;
  /** What else the permission says, in the page's words. */
  readonly marks: readonly string[];
  readonly cells: readonly Cell[];
};

const toRow = (id: string, kind: string, permission: Permission): AccessRow => ({
  id,
  kind,
  marks: [
    // Changes are in the record without being marked so.
    ...(permission.logged === true && kind !== "mutation" ? ["logged"] : []),
    ...(permission.secret === true ? ["secret"] : []),
  ],
  cells: roles.map((role) => decideCell(permission, role)),
});

/** A row for everything that can be asked of the product: operations in the map's order, then files. */
export const accessRows: readonly AccessRow[] = [
  ...Object.entries(operations).map(([id, operation]) => toRow(id, operation.kind, operation)),
  ...accessFiles.map(({ id, permission }) => toRow(id, "file", permission)),
];

const signs: { readonly [C in Cell]: string } = { yes: "✓", own: "own", any: "any", whole: "whole", no: "—" };

/** The page as Markdown. */
export const composeAccessPage = (generated: string): string => `${generated}# Who may do what

Every operation and every file × every role, computed by \`can()\` of the domain from the permissions that the
operations declare. The same permissions guard the server; \`npm run drill -- access\` asks all of it over the product with
real ids of others, with both walls and with row-level security alone. For a spreadsheet:
[access-matrix.csv](access-matrix.csv).

| sign | means |
| --- | --- |
| ✓ | may; it is about no territory |
| own | may within their own reach: places of their grants, an official's and a stand-in's establishments, a business's own; anything else is “not found” |
| any | whoever has signed in, whatever their roles: their own account, or what everybody may know |
| whole | only with a grant that holds all that the office answers for, not a part of it |
| — | refused |

\`logged\`: a read that the record keeps (changes are always kept). \`secret\`: the answer is sealed wherever it is kept.
Besides, a password that is due and an administrator without the second factor leave only one's own account open.

| operation | kind | ${roles.join(" | ")} | |
| --- | --- | ${roles.map(() => ":-:").join(" | ")} | --- |
${accessRows
  .map(
    ({ id, kind, cells, marks }) =>
      `| \`${id}\` | ${kind} | ${cells.map((cell) => signs[cell]).join(" | ")} | ${marks.join(", ")} |`,
  )
  .join("\n")}
`;

/** The same as CSV, a line for each row. */
export const composeAccessTable = (): string =>
  [
    ["operation", "kind", ...roles, "marks"],
    ...accessRows.map(({ id, kind, cells, marks }) => [id, kind, ...cells, marks.join(" ")]),
  ]
    .map((fields) => `${fields.join(",")}\n`)
    .join("");
