import type { TerritoryEffect } from "@shian/domain";
import { SectionTitle } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";

/** What a change of territories does, and whose work it touches. */
export function EffectView({ effect }: { effect: TerritoryEffect }) {
  const { t, list } = useText();
  const touched = effect.officials + effect.grants + effect.units;
  return (
    <div className="preview-box">
      <SectionTitle>{t("territories.effect", { on: effect.on })}</SectionTitle>
      <dl className="dl">
        {effect.ends.length > 0 && (
          <>
            <dt>{t("territories.ends")}</dt>
            <dd>{list(effect.ends.map(({ name }) => name))}</dd>
          </>
        )}
        {effect.begins.map(({ code, name, establishments }) => (
          <Begin key={code} code={code} name={name} establishments={establishments} />
        ))}
        <dt>{t("territories.moved")}</dt>
        <dd>{t("territories.firms-n", { n: formatCount(effect.establishments) })}</dd>
        <dt>{t("territories.touched")}</dt>
        <dd>
          {t("territories.touched-n", {
            officials: formatCount(effect.officials),
            grants: formatCount(effect.grants),
            units: formatCount(effect.units),
          })}
        </dd>
      </dl>
      {touched > 0 && (
        <div className="mt12">
          <Notice tone="warn">{t("territories.touched-note")}</Notice>
        </div>
      )}
    </div>
  );
}

function Begin({ code, name, establishments }: { code: string; name: string; establishments: number }) {
  const { t, clauses } = useText();
  return (
    <>
      <dt>{t("territories.begins")}</dt>
      <dd>
        {clauses(name, t("territories.firms-n", { n: formatCount(establishments) }))}{" "}
        <span className="code t3">{code}</span>
      </dd>
    </>
  );
}
