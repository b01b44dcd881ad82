import { type AuditFilter, type AuditRow, isPlainDate, operations } from "@shian/domain";
import { Button } from "antd";
import { Card } from "../../components/card.js";
import { DayField } from "../../components/day-field.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { usePages } from "../../components/use-pages.js";
import { WordFilter } from "../../components/word-filter.js";
import type { RecordSearch } from "../../navigation/record-search.js";
import { formatMoment } from "../../text/format-moment.js";
import { useOperationName } from "../../text/use-operation-name.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { useObjectName, useRoleName } from "./object-name.js";
import { ownDoings } from "./own-doings.js";

/** Only what narrows the list; the rest of the address is about the page. */
function toFilter({ person, operation, objectKind, objectId, from, to }: RecordSearch): AuditFilter {
  const filter = { person, operation, objectKind, objectId, from, to };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Entries, the newest first, narrowed by who, what, about what and when. */
export function EntriesView({
  search,
  onChange,
}: {
  search: RecordSearch;
  onChange: (search: RecordSearch) => void;
}) {
  const { t } = useText();
  const api = useTRPCClient();
  const filter = toFilter(search);
  const list = usePages("audit.list", { filter }, (input) => api.audit.list.query(input));
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Card flush>
      <Filters search={search} onChange={onChange} />
      <PagedRows
        list={list}
        loading={10}
        empty={
          <Blank
            icon="filter"
            title={t(isNarrowed ? "record.no-match" : "record.empty")}
            actions={isNarrowed && <Button onClick={() => onChange({})}>{t("state.clear")}</Button>}
          />
        }
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th className="num opt">{t("record.seq")}</th>
                <th>{t("record.at")}</th>
                <th>{t("record.who")}</th>
                <th>{t("record.what")}</th>
                <th className="num">{t("record.objects")}</th>
                <th className="opt opt-drawer">{t("record.address")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <Row
                key={row.seq}
                row={row}
                on={row.seq === search.open}
                onOpen={() => onChange({ ...search, open: row.seq })}
              />
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}

function Row({ row, on, onOpen }: { row: AuditRow; on: boolean; onOpen: () => void }) {
  const { t } = useText();
  const nameOf = useOperationName();
  const roleOf = useRoleName();
  return (
    <tr className={on ? "on" : ""}>
      <td className="num t3 opt">{formatCount(row.seq)}</td>
      <td className="nw">{formatMoment(row.at)}</td>
      <td>
        {row.name === "" ? t("record.product") : row.name}
        <small>{roleOf(row.role)}</small>
      </td>
      <td>
        <button type="button" className="row-name" onClick={onOpen}>
          {nameOf(row.operation)}
        </button>
      </td>
      <td className="num">{row.changes === 0 ? <span className="t3">0</span> : formatCount(row.changes)}</td>
      <td className="opt opt-drawer code t3">{row.address}</td>
    </tr>
  );
}

const objectKinds = [
  "person",
  "grant",
  "standIn",
  "unit",
  "territory",
  "establishment",
  "official",
  "setting",
  "key",
  "job",
  "backup",
  "unknown-account",
] as const;

function Filters({ search, onChange }: { search: RecordSearch; onChange: (search: RecordSearch) => void }) {
  const { t } = useText();
  const nameOf = useOperationName();
  const nameKind = useObjectName();
  const set = (part: { [K in keyof RecordSearch]?: RecordSearch[K] | undefined }) =>
    onChange({ ...search, open: undefined, ...part } as RecordSearch);
  const setDay = (key: "from" | "to") => (day: string | undefined) =>
    set({ [key]: day !== undefined && isPlainDate(day) ? day : undefined });
  return (
    <search className="filters" aria-label={t("record.filters")}>
      <WordFilter
        search
        title={t("record.what")}
        value={search.operation}
        words={[...Object.keys(operations), ...ownDoings].map((value) => ({ value, label: nameOf(value) }))}
        onChange={(operation) => set({ operation })}
      />
      <WordFilter
        search
        title={t("record.about")}
        value={search.objectKind}
        words={objectKinds.map((value) => ({ value, label: nameKind(value) }))}
        onChange={(objectKind) => set({ objectKind, objectId: undefined })}
      />
      <span>
        <DayField label={t("record.from")} value={search.from} onChange={setDay("from")} />
      </span>
      <span>
        <DayField label={t("record.to")} value={search.to} onChange={setDay("to")} />
      </span>
      {search.person !== undefined && (
        <Button
          size="small"
          icon={<Icon name="close" small />}
          onClick={() => set({ person: undefined, who: undefined })}
        >
          {t("record.only-of", { name: search.who ?? search.person })}
        </Button>
      )}
      {search.objectId !== undefined && (
        <Button size="small" icon={<Icon name="close" small />} onClick={() => set({ objectId: undefined })}>
          {t("record.only-object", { id: search.objectId })}
        </Button>
      )}
    </search>
  );
}
