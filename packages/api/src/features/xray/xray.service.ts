// The x-ray of the data: counts by rule and township, the rows behind each count, and what is set aside.
import {
  addDays,
  createIgnoreCheck,
  formatPlace,
  longestIgnoreDays,
  type OperationArguments,
  type OperationOutput,
  ok,
  PlainDate,
  type Result,
  refuse,
  type Xray,
  type XrayRule,
  xrayRuleFacts,
  xrayRules,
} from "@shian/domain";
import { type Call, type ChangeCall, createCall, type Deps, nameOf, productItself } from "../../deps.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { recordChanges } from "../audit/record-changes.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { listFindings, type PlacedFinding, TREND_DAYS, type TrendDay } from "./find-findings.js";
import {
  endIgnores,
  insertIgnores,
  listDays,
  listIgnores,
  replaceDay,
  type StoredIgnore,
} from "./xray.repo.js";

type Found = {
  readonly picture: Picture;
  readonly code: string;
  readonly isWhole: boolean;
  readonly findings: readonly PlacedFinding[];
  readonly isIgnored: (finding: PlacedFinding) => boolean;
  readonly ignores: readonly StoredIgnore[];
};

const isIn = ({ tree }: Picture, territory: string, { place }: PlacedFinding): boolean =>
  place !== null && tree.contains(territory, place);

/** The findings of the territory on the day, within what who asks sees. */
async function find(
  call: Call,
  input: {
    readonly territory?: string | undefined;
    readonly asOf?: PlainDate | undefined;
    readonly knownOn?: PlainDate | undefined;
  },
): Promise<Result<Found>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const { code } = scope.value;
  const isWhole = code === picture.rules.territory;
  const all = await listFindings(call, picture);
  const ignores = await listIgnores(call.db);
  const isIgnored = createIgnoreCheck({
    ignores: ignores.map(({ rule, objectId, validFrom, validUntil }) => ({
      rule,
      id: objectId,
      from: PlainDate.parse(validFrom),
      until: PlainDate.parse(validUntil),
    })),
    asOf: picture.asOf,
  });
  const findings = isWhole ? all : all.filter((finding) => isIn(picture, code, finding));
  return ok({ picture, code, isWhole, findings, isIgnored, ignores });
}

/** The trend within the townships that the scope holds; of the whole also what lies in none. */
async function readTrend(call: Call, { picture, code, isWhole }: Found): Promise<readonly TrendDay[]> {
  const townships = isWhole
    ? undefined
    : picture.tree.nodes
        .filter(
          ({ kind, code: one }) =>
            (kind === "township" || kind === "zone") && picture.tree.contains(code, one),
        )
        .map(({ code: one }) => one);
  const rows = await listDays(call.db, {
    from: addDays(picture.asOf, -TREND_DAYS),
    to: picture.asOf,
    townships,
  });
  const days = new Map<string, { error: number; warning: number; notice: number }>();
  for (const { day, rule, found } of rows) {
    const known = xrayRules.find((one) => one === rule);
    const sums = days.get(day) ?? { error: 0, warning: 0, notice: 0 };
    days.set(day, sums);
    // A rule of another version of the product has no severity any more.
    if (known !== undefined) sums[xrayRuleFacts[known].severity] += found;
  }
  return [...days].map(([day, sums]) => ({ day: PlainDate.parse(day), ...sums }));
}

export async function getXray(call: Call, input: OperationArguments<"xray.get">): Promise<Result<Xray>> {
  const found = await find(call, input);
  if (!found.ok) return found;
  const { picture, findings, isIgnored, code } = found.value;
  const open = new Map<XrayRule, number>();
  const ignored = new Map<XrayRule, number>();
  const townships = new Map<string | null, Map<XrayRule, number>>();
  for (const finding of findings) {
    const counts = isIgnored(finding) ? ignored : open;
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    if (counts === ignored) continue;
    const own = townships.get(finding.township) ?? new Map<XrayRule, number>();
    townships.set(finding.township, own);
    own.set(finding.rule, (own.get(finding.rule) ?? 0) + 1);
  }
  const inside = findScope(picture, code);
  return ok({
    asOf: picture.asOf,
    establishments: inside.ok ? inside.value.establishments.length : 0,
    officials: picture.inPost.size,
    findings: [...open.values()].reduce((sum, count) => sum + count, 0),
    rules: xrayRules.map((rule) => ({
      rule,
      ...xrayRuleFacts[rule],
      count: open.get(rule) ?? 0,
      ignored: ignored.get(rule) ?? 0,
    })),
    townships: [...townships]
      .map(([township, own]) => ({
        code: township,
        name:
          township === null
            ? ""
            : formatPlace({ code: township, tree: picture.tree, within: picture.rules.territory }),
        count: [...own.values()].reduce((sum, count) => sum + count, 0),
        byRule: Object.fromEntries(own),
      }))
      .sort((a, b) => b.count - a.count || ((a.code ?? "") < (b.code ?? "") ? -1 : 1)),
    trend: [...(await readTrend(call, found.value))],
  });
}

export async function listXrayRows(
  call: Call,
  input: OperationArguments<"xray.rows">,
): Promise<Result<OperationOutput<"xray.rows">>> {
  const found = await find(call, input);
  if (!found.ok) return found;
  const { picture, findings, isIgnored, ignores } = found.value;
  const asked = findings.filter(
    (finding) =>
      finding.rule === input.rule &&
      isIgnored(finding) === input.ignored &&
      (input.unplaced !== true || finding.township === null),
  );
  const page = pageRows({
    rows: asked,
    sortBy: [({ township }) => township ?? "", ({ name }) => name, ({ id }) => id],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const aside = new Map(ignores.map((ignore) => [`${ignore.rule} ${ignore.objectId}`, ignore]));
  const { tree, rules } = picture;
  return ok({
    ...page.value,
    rows: page.value.rows.map(({ rule, about, id, name, place, reason }) => {
      const ignore = input.ignored ? aside.get(`${rule} ${id}`) : undefined;
      return {
        rule,
        about,
        id,
        name,
        placeName: place === null ? "" : formatPlace({ code: place, tree, within: rules.territory }),
        reason: { code: reason.code, params: { ...reason.params } },
        ignored:
          ignore === undefined
            ? null
            : { reason: ignore.reason, until: PlainDate.parse(ignore.validUntil), by: ignore.by },
      };
    }),
  });
}

/** Sets findings aside until a day; only objects that who asks reaches. */
export async function ignoreFindings(
  call: ChangeCall,
  { rule, ids, reason, until }: OperationArguments<"xray.ignore">,
): Promise<Result<OperationOutput<"xray.ignore">>> {
  const { today } = call;
  if (until < today) return refuse("xray/until-not-ahead", { until, today });
  const latest = addDays(today, longestIgnoreDays);
  if (until > latest) return refuse("xray/until-too-far", { days: longestIgnoreDays, latest });
  const places = await findObjects(call, rule, ids);
  if (!places.ok) return places;
  await endIgnores(call.db, rule, ids, call.now);
  const { about } = xrayRuleFacts[rule];
  await insertIgnores(
    call.db,
    [...places.value].map(([id, place]) => ({
      countyCode: toCountyCode(place),
      id: call.deps.newId(),
      rule,
      objectKind: about,
      objectId: id,
      reason,
      validFrom: today,
      validUntil: until,
      by: nameOf(call),
      recordedAt: call.now,
      endedAt: null,
    })),
  );
  recordChanges(
    call,
    [...places.value.keys()].map((id) => ({
      objectKind: about,
      objectId: id,
      what: "finding-ignored",
      fields: [{ field: rule, before: null, after: `${until} ${reason}` }],
    })),
  );
  return ok({ ignored: places.value.size });
}

/** Has findings told again. */
export async function watchFindings(
  call: ChangeCall,
  { rule, ids }: OperationArguments<"xray.watch">,
): Promise<Result<OperationOutput<"xray.watch">>> {
  const places = await findObjects(call, rule, ids);
  if (!places.ok) return places;
  const ended = await endIgnores(call.db, rule, ids, call.now);
  const { about } = xrayRuleFacts[rule];
  recordChanges(
    call,
    ended.map((id) => ({ objectKind: about, objectId: id, what: "finding-watched", fields: [] })),
  );
  return ok({ watched: ended.length });
}

/** The objects of a rule by id with their places; one out of reach is not found. */
async function findObjects(
  call: ChangeCall,
  rule: XrayRule,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, string | null>>> {
  const isOfficial = xrayRuleFacts[rule].about === "official";
  const picture = await getPartOfPicture(
    call,
    isOfficial ? { establishments: [], officials: [...ids] } : { establishments: [...ids], officials: [] },
  );
  const places = new Map<string, string | null>();
  for (const id of ids) {
    if (isOfficial) {
      const official = picture.officials.get(id);
      if (official === undefined) return refuse("request/not-found", { id });
      places.set(id, official.jurisdictions[0] ?? null);
      continue;
    }
    const one = picture.byId.get(id);
    if (one === undefined) return refuse("request/not-found", { id });
    places.set(id, one.facts.place);
  }
  return ok(places);
}

/** Counts today's findings by rule and township and keeps them, over what was counted earlier today. */
export async function countToday(deps: Deps): Promise<{ readonly findings: number }> {
  const call = createCall(deps, deps.database.db, "zh-CN", productItself);
  const found = await find(call, {});
  // The product itself asks about everything, which is never refused.
  if (!found.ok) return { findings: 0 };
  const { findings, isIgnored, picture } = found.value;
  const counts = new Map<string, { countyCode: string; rule: string; township: string; found: number }>();
  for (const finding of findings) {
    if (isIgnored(finding)) continue;
    const township = finding.township ?? "";
    const countyCode = toCountyCode(township === "" ? finding.place : township);
    const key = `${countyCode} ${finding.rule} ${township}`;
    const known = counts.get(key) ?? { countyCode, rule: finding.rule, township, found: 0 };
    known.found += 1;
    counts.set(key, known);
  }
  // A day without findings was counted too, or the trend would show it as one of which nothing is known.
  if (counts.size === 0)
    counts.set("", {
      countyCode: toCountyCode(picture.rules.territory),
      rule: xrayRules[0],
      township: "",
      found: 0,
    });
  await deps.database.transaction((db) => replaceDay(db, picture.asOf, [...counts.values()], call.now));
  return { findings: [...counts.values()].reduce((sum, { found: one }) => sum + one, 0) };
}
