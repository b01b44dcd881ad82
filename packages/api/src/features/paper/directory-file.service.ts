// The directory (通讯录) to take away: pairing officials, leaders, liaisons and the people of the stations, by place, and
// the "1+N" groups; exactly what the filter keeps.
import { type DirectoryFilter, dutyKinds, formatPlace, ok, type PlainDate, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeWorkbook } from "../../documents/write-spreadsheet.js";
import { isOfficialOf } from "../chain/chain.views.js";
import { readStandings } from "../commitment/standing.service.js";
import { listDirectoryEntries } from "../liaison/directory.service.js";
import { listAllGroups } from "../liaison/group.service.js";
import { listShownOfficialPhones } from "../personal/phones.service.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { mayExportClear } from "../registry/export-registry.service.js";
import { composeDirectory, type DirectoryRow, toDirectoryTables } from "./directory-sheet.js";
import { nameTop, type PaperFile } from "./papers.service.js";

/** A row with the place by which it is sorted. */
type Placed = DirectoryRow & { readonly code: string };
type Asked = DirectoryFilter & {
  readonly asOf?: PlainDate | undefined;
  readonly knownOn?: PlainDate | undefined;
};

const orderOf = ({ kind }: DirectoryRow): number => (kind === "official" ? 0.5 : dutyKinds.indexOf(kind));
const wayOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function listOfficials(
  call: Call,
  picture: Picture,
  { code, asked, inClear }: { readonly code: string; readonly asked: Asked; readonly inClear: boolean },
): Promise<readonly Placed[]> {
  if (asked.kind !== undefined) return [];
  const standings = await readStandings(call, { asOf: asked.asOf, knownOn: asked.knownOn });
  const phones = await listShownOfficialPhones(call, { inClear });
  const words = (asked.search ?? "").trim().toLowerCase();
  return [...picture.officials.values()]
    .filter(
      (official) =>
        picture.inPost.has(official.id) &&
        isOfficialOf(picture, code, official) &&
        official.searchText.includes(words),
    )
    .map((official) => ({
      code: official.jurisdictions[0] ?? "",
      codes: official.jurisdictions,
      from: null,
      place: official.jurisdictions
        .map((place) => formatPlace({ code: place, tree: picture.tree, within: picture.rules.territory }))
        .join("、"),
      kind: "official" as const,
      name: official.name,
      unit: official.unit,
      title: official.post,
      officePhone: phones.get(official.id)?.officePhone ?? null,
      mobile: phones.get(official.id)?.mobile ?? null,
      load: standings.of(official.id).load,
    }));
}

/** The directory as a paper or a spreadsheet; mobiles masked, or in clear for whom `mayExportClear` lets. */
export async function composeDirectoryFile(
  call: Call,
  { format, inClear, ...asked }: Asked & { readonly format: "docx" | "xlsx"; readonly inClear: boolean },
): Promise<Result<PaperFile>> {
  if (inClear) {
    const allowed = mayExportClear(call);
    if (!allowed.ok) return allowed;
  }
  const picture = await getPicture(call, { asOf: asked.asOf, knownOn: asked.knownOn });
  const scope = findScope(picture, asked.territory);
  if (!scope.ok) return scope;
  const { code } = scope.value;
  const posts = await listDirectoryEntries(call, { ...asked, territory: code }, { inClear });
  const rows: readonly Placed[] = [
    ...(await listOfficials(call, picture, { code, asked, inClear })),
    ...posts.map((post) => ({
      ...post,
      code: post.territories[0] ?? "",
      codes: post.territories,
      place: post.territoryNames.join("、"),
      load: null,
    })),
  ].sort((a, b) => wayOf(a.code, b.code) || orderOf(a) - orderOf(b) || wayOf(a.name, b.name));
  // One kind of post is asked about: groups are none.
  const { groups, duties } =
    asked.kind === undefined
      ? await listAllGroups(call, { ...asked, territory: code })
      : { groups: [], duties: [] };
  const name = `${call.locale === "en" ? "directory" : "通讯录"}-${picture.asOf}.${format}`;
  if (format === "docx")
    return ok({
      name,
      bytes: await composeDirectory({ placeName: nameTop(picture, code), asOf: picture.asOf, rows, groups }),
    });
  const tables = toDirectoryTables({ rows, groups, duties, locale: call.locale });
  return ok({ name, bytes: await writeWorkbook(tables) });
}
