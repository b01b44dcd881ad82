// An establishment in words: both arms of its chain, its grades with reasons, its visits and changes.
import { label, type OperationOutput, renderProblem } from "@shian/domain";
import { join, type Line, type Piece, span } from "../components/line.js";
import { formatDayOf } from "../output/format-instant.js";
import { fitText } from "../output/text-width.js";
import { dutySpan, gradeSpan, riskSpan } from "./format-values.js";
import type { ScreenContext } from "./screen.js";

export type EstablishmentDetail = OperationOutput<"registry.get">;
type Words = Pick<ScreenContext, "t" | "locale" | "glyphs">;

const NAME_CELLS = 20;

/** A fact with its name in a column of its own. */
const entry = (name: string, ...value: readonly Piece[]): Line =>
  join("   ", span(fitText(name, NAME_CELLS), "quiet"), "  ", ...value);
const heading = (text: string): Line => join(" ", span(text, "strong"));
const none = (t: Words["t"]) => span(t("word.absent"), "risk");

/** Nobody answers: a gap, except where closing has ended the pairing. */
const sayNobody = (state: EstablishmentDetail["establishment"]["state"], t: Words["t"]): Piece =>
  state === "closed" ? span(t("detail.pairingOver"), "quiet") : span(t("word.nobody"), "overdue");

function describeChain(
  { establishment, official, expectedLevel, gaps, placeName }: EstablishmentDetail,
  { t, locale }: Words,
): Line[] {
  const level = official?.level ?? expectedLevel;
  const levelName = level === null ? undefined : label(`level/${level}`, locale);
  return [
    heading(t("detail.territorialArm")),
    entry(
      t("detail.official"),
      official === null ? sayNobody(establishment.state, t) : `${official.name}  ${official.post}`,
    ),
    ...(official === null
      ? levelName === undefined || establishment.state === "closed"
        ? []
        : [entry("", span(t("detail.expected", { level: levelName }), "quiet"))]
      : [
          entry(
            "",
            span(
              [
                ...(levelName === undefined ? [] : [levelName]),
                official.unit,
                ...(official.load === null ? [] : [t("detail.load", { count: official.load })]),
              ].join("  "),
              "quiet",
            ),
          ),
        ]),
    entry(t("detail.place"), placeName === "" ? none(t) : placeName),
    ...gaps.map((gap, index) =>
      entry(index === 0 ? t("detail.gaps") : "", span(renderProblem(gap, locale), "risk")),
    ),
    ...(gaps.length === 0 ? [entry(t("detail.gaps"), t("word.noGap"))] : []),
    [],
    heading(t("detail.businessArm")),
    entry(t("detail.personInCharge"), establishment.personInCharge ?? none(t)),
    entry(t("detail.director"), establishment.foodSafetyDirector ?? span(t("word.unknown"), "quiet")),
    entry(
      t("detail.officers"),
      establishment.foodSafetyOfficers.length > 0
        ? establishment.foodSafetyOfficers.join(locale === "en" ? ", " : "、")
        : none(t),
    ),
  ];
}

function describeGrades(
  { grade, gradeRuleTitle, gradeRefusal, gradeHistory, riskGrade, riskGradeHistory }: EstablishmentDetail,
  { t, locale }: Words,
): Line[] {
  return [
    heading(t("detail.grades")),
    entry(
      t("column.grade"),
      gradeSpan(grade?.grade ?? null),
      grade === null ? "" : `  ${t("detail.since", { date: grade.from })}`,
    ),
    ...(grade === null
      ? []
      : [
          entry(
            "",
            span(
              `${t("detail.rule", { rule: grade.ruleId })}${gradeRuleTitle === null ? "" : ` ${gradeRuleTitle[locale]}`}`,
              "quiet",
            ),
          ),
        ]),
    ...gradeRefusal.map((reason) => entry("", span(renderProblem(reason, locale), "risk"))),
    entry(
      t("column.risk"),
      riskSpan(riskGrade?.grade ?? null),
      riskGrade === null ? "" : `  ${t("detail.since", { date: riskGrade.from })}`,
    ),
    ...(riskGrade === null ? [] : [entry("", span(`${riskGrade.source}  ${riskGrade.basis}`, "quiet"))]),
    ...gradeHistory
      .slice(1)
      .map((old) => entry(t("detail.before"), `${old.grade}  ${old.from} - ${old.to ?? ""}`)),
    ...riskGradeHistory
      .slice(1)
      .map((old) => entry(t("detail.riskBefore"), `${old.grade}  ${old.from} - ${old.to ?? ""}`)),
  ];
}

function describeVisits({ visits, duty }: EstablishmentDetail, { t, glyphs }: Words): Line[] {
  return [
    heading(t("detail.visits", { count: visits.length })),
    entry(
      duty.window,
      dutySpan(duty, t, glyphs),
      duty.required > 0 ? `  ${duty.made} / ${duty.required}` : "",
    ),
    ...visits.map((visit) =>
      entry(
        visit.madeOn,
        `${t(`mode.${visit.mode}` as "mode.on-site")}  ${visit.official}  `,
        visit.no > 0 ? span(t("detail.answeredNo", { count: visit.no }), "risk") : "",
        visit.valid ? "" : span(` ${t("detail.invalid")}`, "quiet"),
      ),
    ),
  ];
}

function describeFacts({ establishment }: EstablishmentDetail, { t, locale }: Words): Line[] {
  const fact = (name: string, value: string | number | null): Line =>
    entry(name, value === null ? span(t("word.unknown"), "quiet") : String(value));
  return [
    heading(t("detail.facts")),
    fact(t("column.creditCode"), establishment.creditCode),
    fact(t("detail.licence"), establishment.licenceNumber),
    fact(t("detail.licenceUntil"), establishment.licenceExpiresOn),
    fact(t("column.form"), establishment.form === null ? null : label(`form/${establishment.form}`, locale)),
    fact(t("detail.size"), establishment.size === null ? null : label(`size/${establishment.size}`, locale)),
    fact(t("detail.diners"), establishment.diners),
    fact(t("detail.address"), establishment.address),
    fact(t("detail.opened"), establishment.openedOn),
    entry(
      t("column.state"),
      `${label(`state/${establishment.state}`, locale)}  ${t("detail.since", { date: establishment.stateSince })}`,
    ),
  ];
}

function describeChanges({ assignments, changes }: EstablishmentDetail, { t }: Words): Line[] {
  return [
    heading(t("detail.assignments")),
    ...assignments.map((one) =>
      entry(
        one.from,
        `${one.official.name}  ${one.official.post}  `,
        one.to === null ? t("word.now") : `- ${one.to}`,
      ),
    ),
    [],
    heading(t("detail.changes")),
    ...changes.flatMap((change) => [
      entry(formatDayOf(change.at), `${change.what}  ${change.who}`),
      ...change.fields.map((field) =>
        entry("", span(`${field.field}: ${field.before ?? "-"} > ${field.after ?? "-"}`, "quiet")),
      ),
    ]),
  ];
}

/** The parts of an establishment's page, in the order of its tabs. */
export const establishmentTabs = ["chain", "grades", "visits", "facts", "changes"] as const;
export type EstablishmentTab = (typeof establishmentTabs)[number];

const describers: {
  readonly [Tab in EstablishmentTab]: (detail: EstablishmentDetail, words: Words) => Line[];
} = {
  chain: describeChain,
  grades: describeGrades,
  visits: describeVisits,
  facts: describeFacts,
  changes: describeChanges,
};

/** One part of the page, or the few lines of a preview. */
export function describeEstablishment(
  detail: EstablishmentDetail,
  words: Words,
  columns: number,
  part: EstablishmentTab | "brief",
): Line[] {
  if (part !== "brief") return describers[part](detail, words);
  const { t, locale, glyphs } = words;
  const { establishment, grade, gradeRuleTitle, riskGrade, official, gaps, visits, duty } = detail;
  const wide = columns >= 60;
  const names = [
    establishment.personInCharge ?? t("word.absent"),
    establishment.foodSafetyDirector,
    ...establishment.foodSafetyOfficers,
  ].filter((name) => name !== null);
  return [
    join(
      gradeSpan(grade?.grade ?? null),
      ` ${t("column.grade")}${grade === null ? "" : `  ${t("detail.rule", { rule: grade.ruleId })}`}${wide && gradeRuleTitle !== null ? ` ${gradeRuleTitle[locale]}` : ""}`,
      "    ",
      riskSpan(riskGrade?.grade ?? null),
      ` ${t("column.risk")}`,
    ),
    join(
      span(`${t("detail.territorial")}  `, "quiet"),
      official === null
        ? sayNobody(establishment.state, t)
        : `${official.name}  ${official.post}  ${official.unit}`,
    ),
    join(span(`${t("detail.business")}  `, "quiet"), names.join(locale === "en" ? ", " : "、")),
    join(
      span(`${t("detail.gaps")}  `, "quiet"),
      gaps[0] === undefined ? t("word.noGap") : span(renderProblem(gaps[0], locale), "risk"),
    ),
    join(
      span(`${t("column.visit")}  `, "quiet"),
      dutySpan(duty, t, glyphs),
      "  ",
      visits
        .slice(0, 3)
        .map((visit) => visit.madeOn)
        .join(locale === "en" ? ", " : "、"),
    ),
  ];
}
