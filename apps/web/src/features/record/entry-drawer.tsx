import type { AuditDetail, RecordedChange } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { SectionTitle } from "../../components/card.js";
import { Drawer } from "../../components/drawer.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { QueryView } from "../../components/query-view.js";
import type { RecordSearch } from "../../navigation/record-search.js";
import { formatMoment } from "../../text/format-moment.js";
import { useHappening } from "../../text/use-happening.js";
import { useOperationName } from "../../text/use-operation-name.js";
import { useRecordField } from "../../text/use-record-field.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { useObjectName, useRoleName } from "./object-name.js";

/** One entry whole: who, from where, what became of each object field by field, and the hashes that hold it. */
export function EntryDrawer({
  seq,
  onSearch,
  onMove,
  onClose,
}: {
  seq: number;
  onSearch: (search: RecordSearch) => void;
  onMove: (seq: number) => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const nameOf = useOperationName();
  const query = useQuery(trpc.audit.get.queryOptions({ seq }, { staleTime: Number.POSITIVE_INFINITY }));
  const entry = query.data?.entry;
  return (
    <Drawer
      label={t("record.entry-n", { n: seq })}
      onClose={onClose}
      head={
        <>
          <h2 className="dr-t">
            {entry === undefined ? t("record.entry-n", { n: formatCount(seq) }) : nameOf(entry.operation)}
          </h2>
          <div className="t3 sm">
            {t("record.entry-n", { n: formatCount(seq) })}
            {entry !== undefined && ` · ${formatMoment(entry.at)}`}
          </div>
        </>
      }
      footer={
        <>
          <button
            type="button"
            className="btn icon"
            aria-label={t("record.earlier")}
            disabled={seq <= 1}
            onClick={() => onMove(seq - 1)}
          >
            <Icon name="left" />
          </button>
          <button
            type="button"
            className="btn icon"
            aria-label={t("record.later")}
            onClick={() => onMove(seq + 1)}
          >
            <Icon name="right" />
          </button>
          <a className="btn r" href={`/api/record/proof/${seq}.json`} download title={t("record.proof-note")}>
            <Icon name="download" />
            {t("record.proof")}
          </a>
        </>
      }
    >
      <QueryView query={query}>{(detail) => <Body detail={detail} onSearch={onSearch} />}</QueryView>
    </Drawer>
  );
}

function Body({ detail, onSearch }: { detail: AuditDetail; onSearch: (search: RecordSearch) => void }) {
  const { t } = useText();
  const roleOf = useRoleName();
  const { entry, changes, changed, hash } = detail;
  const { personId } = entry;
  return (
    <>
      <dl className="dl">
        <dt>{t("record.who")}</dt>
        <dd>
          {entry.name === "" ? t("record.product") : entry.name}{" "}
          <span className="t3">{roleOf(entry.role)}</span>{" "}
          {personId !== null && (
            <button
              type="button"
              className="btn link sm"
              onClick={() => onSearch({ person: personId, who: entry.name })}
            >
              {t("record.all-of-person")}
            </button>
          )}
        </dd>
        <dt>{t("record.address")}</dt>
        <dd className="code">{entry.address}</dd>
        <dt>{t("record.operation")}</dt>
        <dd className="code">{entry.operation}</dd>
        {Object.entries(entry.note ?? {}).map(([key, value]) => (
          <Note key={key} name={key} value={value} />
        ))}
      </dl>
      <h3 className="sec-t mt16">{t("record.changes-n", { n: formatCount(changed) })}</h3>
      {changes.length === 0 && <p className="t3">{t("record.no-change")}</p>}
      {changes.map((change) => (
        <Change
          key={`${change.objectKind}${change.objectId}${change.what}`}
          change={change}
          onSearch={onSearch}
        />
      ))}
      {changed > changes.length && (
        <p className="t3 sm">{t("record.changes-cut", { n: formatCount(changes.length) })}</p>
      )}
      <h3 className="sec-t mt16">{t("record.hashes")}</h3>
      <dl className="dl hashes">
        <dt>{t("record.hash")}</dt>
        <dd className="code">{hash}</dd>
        <dt>{t("record.prev")}</dt>
        <dd className="code">{entry.prev}</dd>
        <dt>{t("record.suite")}</dt>
        <dd className="code">{entry.suite}</dd>
        <dt>{t("record.tx")}</dt>
        <dd className="code">{entry.txId}</dd>
      </dl>
    </>
  );
}

function Note({ name, value }: { name: string; value: string }) {
  const field = useRecordField();
  return (
    <>
      <dt>{field(name)}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Change({ change, onSearch }: { change: RecordedChange; onSearch: (search: RecordSearch) => void }) {
  const { t } = useText();
  const nameKind = useObjectName();
  const happened = useHappening();
  const field = useRecordField();
  const { objectKind, objectId } = change;
  return (
    <div className="change mb12">
      <SectionTitle
        right={
          <button type="button" className="btn link sm" onClick={() => onSearch({ objectKind, objectId })}>
            {t("record.history")}
          </button>
        }
      >
        {nameKind(objectKind)} {happened(change.what)} <span className="code t3">{objectId}</span>
      </SectionTitle>
      {change.fields.length > 0 && (
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("record.field")}</th>
              <th>{t("record.before")}</th>
              <th>{t("record.after")}</th>
            </tr>
          </thead>
          <tbody>
            {change.fields.map(({ field: name, before, after }) => (
              <tr key={name}>
                <td className="nw">{field(name)}</td>
                <td>
                  {before === null ? <span className="t3">{t("common.none")}</span> : <del>{before}</del>}
                </td>
                <td>
                  {after === null ? <span className="t3">{t("common.none")}</span> : <ins>{after}</ins>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
