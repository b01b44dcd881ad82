import type { EvaluationView } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useCallback, useMemo, useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { Icon } from "../../components/icon.js";
import { LoadingCard, LoadingPage } from "../../components/loading.js";
import { Blank, Notice } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { parseEvaluationSearch } from "../../navigation/visit-search.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { composeItems } from "./compose-items.js";
import { ImportRubric } from "./import-rubric.js";
import { ItemDrawer } from "./item-drawer.js";
import { ItemsTable } from "./items-table.js";
import { VerdictCard } from "./verdict-card.js";

/** The rubric, what was measured, and the score sheet in which each lost point opens its reason. */
export function EvaluationPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const search = parseEvaluationSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const [importing, setImporting] = useState(false);
  const list = useQuery(trpc.rubric.list.queryOptions({}));
  const rows = list.data?.rows;
  const view = useQuery(
    trpc.evaluation.get.queryOptions(search.rubric === undefined ? {} : { rubric: search.rubric }, {
      enabled: rows !== undefined && rows.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const failed = list.isError ? list : view.isError && view.data === undefined ? view : undefined;
  return (
    <>
      {failed !== undefined ? (
        <ErrorBlank error={failed.error} retry={() => void failed.refetch()} />
      ) : rows?.length === 0 ? (
        <>
          <PageHead title={t("nav.evaluation")} />
          <Card>
            <Blank
              icon="target"
              title={t("overview.no-rubric")}
              hint={t("overview.no-rubric-hint")}
              actions={
                <IfMay operation="rubric.import">
                  <Button type="primary" onClick={() => setImporting(true)}>
                    {t("evaluation.import")}
                  </Button>
                </IfMay>
              }
            />
          </Card>
        </>
      ) : view.data === undefined ? (
        <LoadingPage>
          <LoadingCard rows={12} />
        </LoadingPage>
      ) : (
        <Page
          view={view.data}
          rubrics={rows ?? []}
          openItem={search.item}
          show={search.show ?? "all"}
          onImport={() => setImporting(true)}
        />
      )}
      {importing && <ImportRubric onClose={() => setImporting(false)} />}
    </>
  );
}

type PageProps = {
  view: EvaluationView;
  rubrics: readonly { id: string; title: string; edition: string }[];
  openItem: string | undefined;
  show: "all" | "lost" | "open" | "key" | "veto" | "bonus";
  onImport: () => void;
};

function Page({ view, rubrics, openItem, show, onImport }: PageProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const items = useMemo(() => composeItems(view), [view]);
  const go = useCallback(
    (part: Record<string, unknown>) =>
      void navigate({
        to: "/evaluation",
        replace: "item" in part,
        resetScroll: false,
        search: ((old: object) => ({ ...old, ...part })) as never,
      }),
    [navigate],
  );
  const opened = items.find(({ item }) => item.id === openItem);
  return (
    <>
      <PageHead
        title={t("nav.evaluation")}
        sub={t("evaluation.sub", {
          title: view.rubric.title,
          edition: view.rubric.edition,
          items: items.length,
        })}
        actions={
          <>
            {rubrics.length > 1 && (
              <Select
                aria-label={t("evaluation.rubric")}
                value={view.rubric.id}
                popupMatchSelectWidth={false}
                options={rubrics.map((row) => ({ value: row.id, label: `${row.title} ${row.edition}` }))}
                onChange={(rubric) => go({ rubric, item: undefined })}
              />
            )}
            <IfMay operation="rubric.import">
              <Button icon={<Icon name="upload" />} onClick={onImport}>
                {t("evaluation.import")}
              </Button>
            </IfMay>
          </>
        }
      />
      {!view.rubric.official && (
        <div className="mb16">
          <Notice
            tone="warn"
            action={
              <IfMay operation="rubric.import">
                <Button type="link" size="small" onClick={onImport}>
                  {t("evaluation.import")}
                </Button>
              </IfMay>
            }
          >
            {t("evaluation.demo")}
          </Notice>
        </div>
      )}
      <VerdictCard view={view} items={items} onOpen={(item) => go({ item })} />
      <ItemsTable view={view} items={items} show={show} opened={openItem} onOpen={(item) => go({ item })} />
      {opened !== undefined && (
        <ItemDrawer
          key={opened.item.id}
          view={view}
          state={opened}
          items={items}
          onMove={(item) => go({ item })}
          onClose={() => go({ item: undefined })}
        />
      )}
    </>
  );
}
