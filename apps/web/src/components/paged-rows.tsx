import type { ReactNode } from "react";
import { LoadingRows } from "./loading.js";
import { MoreRows } from "./more-rows.js";
import { ErrorBlank } from "./query-view.js";
import type { usePages } from "./use-pages.js";

/** A list asked for page by page in each of its states: asked, failed, empty, or its rows with the way to more. */
export function PagedRows<Row>({
  list,
  loading = 8,
  empty,
  children,
}: {
  list: ReturnType<typeof usePages<Row, object>>;
  /** Rows to leave room for until the answer is there. */
  loading?: number;
  empty: ReactNode;
  children: (rows: readonly Row[]) => ReactNode;
}) {
  const { rows } = list;
  return (
    <>
      {list.isError && rows === undefined && (
        <ErrorBlank error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending && <LoadingRows rows={loading} />}
      {rows?.length === 0 && empty}
      {rows !== undefined && rows.length > 0 && (
        <>
          {children(rows)}
          <MoreRows
            shown={rows.length}
            total={list.total}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}

/** A table with a head of its own, scrolled sideways where it is wider than the window. */
export function SmallTable({
  head,
  className = "",
  children,
}: {
  head: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className="scroll-x">
      <table className={`tbl s ${className}`.trim()}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
