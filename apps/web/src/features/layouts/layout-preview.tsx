import type { Layout } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { QueryView } from "../../components/query-view.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** The first rows as the layout writes them, telephone numbers masked. */
export function LayoutPreview({ body }: { body: Pick<Layout, "kind" | "title" | "dateFormat" | "columns"> }) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(
    trpc.layout.preview.queryOptions(
      {
        ...body,
        filter: scope.territory === undefined ? {} : { territory: scope.territory },
        ...toDays(scope),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Card
      flush
      title={t("layout.preview")}
      note={query.data && t("layout.preview-note", { n: formatCount(query.data.total) })}
    >
      <QueryView query={query}>
        {({ headers, rows }) => (
          <div className="scroll-x">
            <table className="tbl s">
              <thead>
                <tr>
                  {headers.map((header) => (
                    <th key={header} className="nw">
                      {header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={JSON.stringify(row)}>
                    {row.map((cell, at) => (
                      <td key={headers[at]} className="nw">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </Card>
  );
}
