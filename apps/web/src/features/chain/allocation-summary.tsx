import { type AllocationPreview, label, renderProblem } from "@shian/domain";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Blank, Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";
import { LoadDots } from "./load-dots.js";

/** The proof, the figures before and after, everybody's load as a dot, and who is left without an official. */
export function AllocationSummary({ preview }: { preview: AllocationPreview }) {
  const { t, locale, name } = useText();
  if (preview.levels.every((level) => level.officials === 0))
    return (
      <Blank
        icon="person"
        title={t("chain.started-empty")}
        hint={t("chain.started-empty-hint")}
        actions={
          <DoorLink door={{ to: "/registry/import", search: { kind: "officials" } }} className="btn pri">
            {t("overview.start-3")}
          </DoorLink>
        }
      />
    );
  const reasons = new Map<string, number>();
  for (const { reason } of preview.unassigned) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const figures = [
    { key: "assigned", caption: t("allocation.assigned"), n: preview.assigned },
    { key: "added", caption: t("allocation.added"), n: preview.added },
    { key: "moved", caption: t("allocation.moved"), n: preview.moved },
    { key: "kept", caption: t("allocation.kept"), n: preview.assigned - preview.added - preview.moved },
    { key: "unassigned", caption: t("allocation.unassigned"), n: preview.unassignedCount },
  ];
  return (
    <>
      <Proof preview={preview} />
      {preview.refused.length > 0 && (
        <div className="mt12">
          <Notice tone="warn">
            {preview.refused.map((problem) => renderProblem(problem, locale)).join(" ")}
          </Notice>
        </div>
      )}
      {preview.overtaken > 0 && (
        <div className="mt12">
          <Notice tone="warn">{t("allocation.overtaken", { n: formatCount(preview.overtaken) })}</Notice>
        </div>
      )}
      <div className="ba five mt12">
        {figures.map((figure) => (
          <div className="kv" key={figure.key}>
            <span>{figure.caption}</span>
            <b className={figure.key === "unassigned" && figure.n > 0 ? "red" : ""}>
              {formatCount(figure.n)} {t("common.unit-firms")}
            </b>
          </div>
        ))}
      </div>
      {preview.levels
        .filter((level) => level.officials > 0)
        .map((level) => (
          <LoadDots key={level.level} title={name("level", level.level)} level={level} />
        ))}
      {preview.unassignedCount > 0 && (
        <div className="why miss mt16">
          <b>{t("allocation.left", { n: formatCount(preview.unassignedCount) })}</b>
          <ul>
            {[...reasons].map(([reason, n]) => (
              <li key={reason}>
                {label(`unassigned/${reason}`, locale)} · {formatCount(n)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Proof({ preview }: { preview: AllocationPreview }) {
  const { t } = useText();
  const { proven, squares, changed, local, order } = preview.certificate;
  const all = preview.assigned + preview.unassignedCount;
  const counts = {
    assigned: formatCount(preview.assigned),
    all: formatCount(all),
    changed: formatCount(changed),
    local: formatCount(local),
  };
  return (
    <Notice tone={proven ? "ok" : "warn"}>
      <b>{t(proven ? "allocation.proven" : "allocation.unproven")}</b>{" "}
      {squares !== null &&
        (order === "even-first" && squares.bound !== null
          ? t("allocation.squares", {
              before: formatCount(squares.before),
              after: formatCount(squares.after),
              bound: formatCount(squares.bound),
            })
          : t("allocation.squares-kept", {
              before: formatCount(squares.before),
              after: formatCount(squares.after),
            }))}
      {t("allocation.counts", counts)}
    </Notice>
  );
}
