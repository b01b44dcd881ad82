import type { EstablishmentDetail } from "@shian/domain";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

/** On which version of the scheme and which facts the grade rests, or which decision gave it. */
export function GradeGround({ detail }: { detail: EstablishmentDetail }) {
  const { t, name, locale, list } = useText();
  const { gradeGround } = detail;
  if (gradeGround === null) return null;
  const { basis, facts, schemeTitle, demonstration } = gradeGround;
  if (basis !== null) return <p>{t("objection.decision-grade", { text: basis })}</p>;
  const used =
    facts === null
      ? null
      : list([
          facts.form !== null && name("form", facts.form),
          facts.size !== null && name("size", facts.size),
          facts.diners !== null && t("grade.facts-diners", { n: facts.diners }),
          ...facts.attention.map((flag) => name("attention", flag)),
        ]);
  return (
    <p className="mt4 t2 sm">
      {schemeTitle !== null && t("grade.by-scheme", { title: schemeTitle[locale] })}{" "}
      {demonstration && <Tag tone="plain">{t("common.demo-scheme")}</Tag>}
      <br />
      {used === null ? (
        <span className="t3">{t("grade.facts-unknown")}</span>
      ) : (
        t("grade.facts", { facts: used })
      )}
    </p>
  );
}
