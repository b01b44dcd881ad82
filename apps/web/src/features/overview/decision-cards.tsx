import { gapKinds, type Overview, renderProblem } from "@shian/domain";
import { Link } from "@tanstack/react-router";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount, NumberLink } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { parseSearchText } from "../../navigation/search-text.js";
import { useText } from "../../text/use-text.js";

/** What waits for a decision today. */
export function DecisionsCard({ decisions }: { decisions: Overview["decisions"] }) {
  const { t, locale } = useText();
  return (
    <Card
      span={8}
      flush
      title={t("overview.decisions")}
      note={decisions.length > 0 ? t("overview.decisions-note", { n: decisions.length }) : undefined}
    >
      {decisions.length === 0 ? (
        <Blank
          icon="check"
          tone="good"
          title={t("overview.decisions-none")}
          hint={t("overview.decisions-none-hint")}
        />
      ) : (
        <ul className="todo flat">
          {decisions.map((decision) => {
            const [to = "/", search = ""] = decision.href.split("?");
            return (
              <li key={`${decision.code} ${decision.href}`}>
                <p>{renderProblem(decision, locale)}</p>
                <span className="btns">
                  <Link to={to} search={parseSearchText(search) as never} className="btn sm">
                    {t("overview.see")}
                  </Link>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

/** Gaps of the chain by kind. */
export function GapsCard({ gaps }: { gaps: Overview["gaps"] }) {
  const { t, name } = useText();
  const sum = gapKinds.reduce((all, kind) => all + gaps[kind], 0);
  return (
    <Card
      span={4}
      title={t("overview.gaps")}
      note={sum > 0 ? t("overview.gaps-note", { n: formatCount(sum) }) : undefined}
      right={
        <DoorLink door={{ to: "/chain", search: { view: "gaps" } }} className="sm">
          {t("overview.to-chain")}
        </DoorLink>
      }
    >
      {sum === 0 ? (
        <Blank icon="check" tone="good" title={t("state.all-done")} hint={t("overview.gaps-none")} />
      ) : (
        <ul className="mini">
          {gapKinds.map((kind) => (
            <li key={kind}>
              <span className="t2">{name("gap", kind)}</span>
              <span className="strong">
                <NumberLink
                  n={gaps[kind]}
                  tone={kind === "nobody" ? "red" : undefined}
                  door={{ to: "/chain", search: { view: "gaps", gap: kind } }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
