import type { EstablishmentDetail } from "@shian/domain";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useHappening } from "../../text/use-happening.js";
import { useRecordField } from "../../text/use-record-field.js";
import { useText } from "../../text/use-text.js";

const knownChanges = [
  "imported",
  "updated-by-import",
  "corrected",
  "graded",
  "risk-graded",
  "assigned",
  "reassigned",
  "visited",
] as const;
const isKnownChange = (what: string): what is (typeof knownChanges)[number] =>
  (knownChanges as readonly string[]).includes(what);

/** How the grade, the official and the facts came to be what they are. */
export function EstablishmentHistory({ detail }: { detail: EstablishmentDetail }) {
  const { t, colon } = useText();
  const fieldName = useRecordField();
  const happened = useHappening();
  const showValue = (value: string | null) => value ?? t("establishment.not-known");
  return (
    <>
      <Card span={4} title={t("establishment.history")}>
        <ul className="hist">
          {detail.gradeHistory.map((dated) => (
            <li key={`${dated.from}${dated.ruleId}`}>
              <GradeSquare grade={dated.grade} />
              <span>{dated.ruleId}</span>
              <span className="t3 nw">{`${dated.from} – ${dated.to ?? t("common.now")}`}</span>
            </li>
          ))}
          {detail.gradeHistory.length === 0 && <li className="t3">{t("grade.none")}</li>}
        </ul>
      </Card>
      <Card span={4} title={t("establishment.assignments")}>
        <ul className="mini">
          {detail.assignments.map((assignment) => (
            <li key={`${assignment.from}${assignment.official.id ?? ""}`}>
              <span className="ell">
                {assignment.official.id === null ? (
                  assignment.official.name
                ) : (
                  <DoorLink
                    door={{ to: "/chain/official/$id", params: { id: assignment.official.id } }}
                    className="link"
                  >
                    {assignment.official.name}
                  </DoorLink>
                )}{" "}
                <span className="t3 sm">{assignment.official.unit}</span>
              </span>
              <span className="t3 nw">{`${assignment.from} – ${assignment.to ?? t("common.now")}`}</span>
            </li>
          ))}
          {detail.assignments.length === 0 && <li className="t3">{t("establishment.nobody")}</li>}
        </ul>
      </Card>
      <Card span={4} title={t("establishment.changes")}>
        {detail.changes.length === 0 ? (
          <p className="t3">{t("establishment.no-changes")}</p>
        ) : (
          <ul className="tl compact changes">
            {detail.changes.map((change) => (
              <li key={`${change.at}${change.what}`}>
                <time>{formatDayOf(change.at)}</time>
                {isKnownChange(change.what) ? t(`change.${change.what}`) : happened(change.what)}{" "}
                <span className="t3">{change.who}</span>
                {change.fields.map((field) => (
                  <small key={field.field}>
                    {fieldName(field.field)}
                    {colon}
                    <del>{showValue(field.before)}</del> <ins>{showValue(field.after)}</ins>
                  </small>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
