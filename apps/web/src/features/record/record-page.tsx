import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { PageHead } from "../../components/card.js";
import { Icon } from "../../components/icon.js";
import { TabLinks } from "../../components/tabs.js";
import { parseRecordSearch, type RecordSearch, recordTabs } from "../../navigation/record-search.js";
import { useText } from "../../text/use-text.js";
import { EntriesView } from "./entries-view.js";
import { EntryDrawer } from "./entry-drawer.js";
import { ProofView } from "./proof-view.js";

/** The record: who did what, and that nothing of it was bent. */
export function RecordPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => parseRecordSearch(raw), [raw]);
  const view = search.view ?? "entries";
  const change = (next: RecordSearch) =>
    void navigate({
      to: "/settings/record",
      replace: true,
      search: ((old: Record<string, unknown>) => ({
        territory: old.territory,
        asOf: old.asOf,
        ...next,
      })) as never,
    });
  const { open, ...filter } = search;
  return (
    <>
      <PageHead
        title={t("nav.record")}
        sub={t("record.sub")}
        actions={
          <a className="btn" href="/api/record/export.ndjson" download title={t("record.export-note")}>
            <Icon name="download" />
            {t("record.export")}
          </a>
        }
      />
      <TabLinks
        label={t("nav.record")}
        tabs={recordTabs.map((key) => ({
          key,
          title: t(`record.tab-${key}`),
          door: { to: "/settings/record", search: key === "entries" ? {} : { view: key } },
          on: key === view,
        }))}
      />
      {view === "entries" ? <EntriesView search={search} onChange={change} /> : <ProofView />}
      {view === "entries" && open !== undefined && (
        <EntryDrawer
          key={open}
          seq={open}
          onSearch={change}
          onMove={(seq) => change({ ...filter, open: seq })}
          onClose={() => change(filter)}
        />
      )}
    </>
  );
}
