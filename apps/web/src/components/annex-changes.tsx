import type { AnnexView } from "@shian/domain";
import { useText } from "../text/use-text.js";

/** What is different in the list since the one that was acknowledged last. */
export function AnnexChanges({ annex, isFirst }: { annex: AnnexView; isFirst: boolean }) {
  const { t, list } = useText();
  const { added, removed, regraded } = annex;
  if (isFirst) return <p className="t2">{t("sign.first")}</p>;
  if (added.length + removed.length + regraded.length === 0) return <p className="t2">{t("sign.same")}</p>;
  return (
    <div className="t2">
      <p>{t("sign.changed", { added: added.length, removed: removed.length, regraded: regraded.length })}</p>
      {added.length > 0 && <p className="sm">{t("sign.more", { names: list(added) })}</p>}
      {removed.length > 0 && <p className="sm">{t("sign.fewer", { names: list(removed) })}</p>}
      {regraded.length > 0 && <p className="sm">{t("sign.regraded", { names: list(regraded) })}</p>}
    </div>
  );
}
