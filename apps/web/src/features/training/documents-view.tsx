import type { DocumentRow } from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount, RateText } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { SearchField } from "../../components/search-field.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { DocumentForm } from "./document-form.js";

/** Documents from above with how many have read each. */
export function DocumentsView() {
  const { t } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useState("");
  const list = usePages(
    "document.list",
    { ...scope, limit: 50, ...(search === "" ? {} : { search }) },
    (input) => api.document.list.query(input),
  );
  return (
    <Card
      flush
      title={t("training.documents")}
      right={
        <IfMay operation="document.save">
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("document.new")}
          </Button>
        </IfMay>
      }
    >
      <div className="filters">
        <SearchField value={search} label={t("document.search")} onSettled={setSearch} />
      </div>
      <PagedRows
        list={list}
        empty={<Blank icon="file" title={t("document.empty")} hint={t("document.empty-hint")} />}
      >
        {(rows) => (
          <SmallTable
            className="figures-phone"
            head={
              <>
                <th>{t("document.title")}</th>
                <th className="opt">{t("document.issuer")}</th>
                <th className="opt">{t("document.issued")}</th>
                <th>{t("document.read-by")}</th>
                <th className="num">{t("document.read")}</th>
                <th className="num">{t("document.rate")}</th>
                <th className="num">{t("document.late")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <DocumentLine key={row.id} row={row} />
            ))}
          </SmallTable>
        )}
      </PagedRows>
      {adding && <DocumentForm onClose={() => setAdding(false)} />}
    </Card>
  );
}

function DocumentLine({ row }: { row: DocumentRow }) {
  const { t } = useText();
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/document/$id", params: { id: row.id } }}>{row.title}</DoorLink>
        {row.number !== "" && <small>{row.number}</small>}
      </td>
      <td className="opt">{row.issuer}</td>
      <td className="opt nw">{row.issuedOn}</td>
      <td className="nw" data-label={t("document.read-by")}>
        {row.readBy}
      </td>
      <td className="num nw" data-label={t("document.read")}>
        {formatCount(row.read.done)} / {formatCount(row.read.of)}
      </td>
      <td className="num" data-label={t("document.rate")}>
        <RateText rate={row.read} />
      </td>
      <td className="num" data-label={t("document.late")}>
        <span className={row.late > 0 ? "red" : "t3"}>{formatCount(row.late)}</span>
      </td>
    </tr>
  );
}
