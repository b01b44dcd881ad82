import { type AuditVerdict, renderProblem } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { ErrorBlank, QueryView } from "../../components/query-view.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Whether the record holds: the check of the chain and the tree, and the daily roots kept outside the database. */
export function ProofView() {
  const { t } = useText();
  const trpc = useTRPC();
  // Asked for by hand: it reads the whole record.
  const check = useQuery(trpc.audit.check.queryOptions({}, { enabled: false, retry: false, gcTime: 0 }));
  const roots = useQuery(trpc.audit.roots.queryOptions({}));
  return (
    <div className="grid">
      <div className="c12">
        <Card
          title={t("record.check")}
          note={t("record.check-note")}
          right={
            <Button
              type="primary"
              icon={<Icon name="shield" />}
              loading={check.isFetching}
              onClick={() => void check.refetch()}
            >
              {t("record.check-now")}
            </Button>
          }
        >
          {check.isFetching && <LoadingRows rows={2} />}
          {!check.isFetching && check.error !== null && (
            <ErrorBlank error={check.error} retry={() => void check.refetch()} />
          )}
          {!check.isFetching && check.data !== undefined && <Verdict verdict={check.data} />}
          {!check.isFetching && check.data === undefined && check.error === null && (
            <p className="t2">{t("record.check-hint")}</p>
          )}
        </Card>
      </div>
      <div className="c12">
        <Card flush title={t("record.roots")} note={t("record.roots-note")}>
          <QueryView query={roots}>
            {({ rows, first, days }) => (
              <>
                {rows.length === 0 ? (
                  <p className="card-note">{t("record.no-roots")}</p>
                ) : (
                  <div className="scroll-x">
                    <table className="tbl s">
                      <thead>
                        <tr>
                          <th>{t("record.day")}</th>
                          <th className="num">{t("record.entries")}</th>
                          <th>{t("record.root")}</th>
                          <th className="opt">{t("record.suite")}</th>
                          <th className="opt">{t("record.written")}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {[...rows].reverse().map((root) => (
                          <tr key={root.day}>
                            <td className="nw">{root.day}</td>
                            <td className="num">{formatCount(root.size)}</td>
                            <td className="code root-hash">{root.root}</td>
                            <td className="opt">{root.suite}</td>
                            <td className="nw opt">{formatMoment(root.writtenAt)}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </div>
                )}
                <p className="card-note">
                  {t(days === null ? "record.kept-for-ever" : "record.kept-days", {
                    n: days ?? 0,
                    first: formatCount(first),
                  })}
                </p>
              </>
            )}
          </QueryView>
        </Card>
      </div>
    </div>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t, locale } = useText();
  const { entries, roots, faults, hash, root } = verdict;
  return (
    <>
      {faults.length === 0 ? (
        <Notice tone="ok">
          {t("record.holds", { entries: formatCount(entries), roots: formatCount(roots) })}
        </Notice>
      ) : (
        <>
          <Notice tone="over">{t("record.bent", { n: formatCount(faults.length) })}</Notice>
          <ul className="why-list mt12">
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>{renderProblem(fault, locale)}</li>
            ))}
          </ul>
        </>
      )}
      <dl className="dl hashes mt12">
        <dt>{t("record.last-hash")}</dt>
        <dd className="code">{hash}</dd>
        {root !== null && (
          <>
            <dt>{t("record.root")}</dt>
            <dd className="code">{root}</dd>
          </>
        )}
      </dl>
    </>
  );
}
