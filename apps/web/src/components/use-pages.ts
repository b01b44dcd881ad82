import { useInfiniteQuery } from "@tanstack/react-query";

type Page<Row> = { rows: Row[]; next: string | null; total: number };

/** Rows page by page, each page asked for by the key of the row before it; the operation's name and input are the key. */
export function usePages<Row, Input extends object>(
  operation: string,
  input: Input,
  load: (input: Input & { cursor?: string }) => Promise<Page<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey: [operation, input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => load(pageParam === undefined ? input : { ...input, cursor: pageParam }),
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
  });
  const pages = query.data?.pages;
  return { ...query, rows: pages?.flatMap((page) => page.rows), total: pages?.[0]?.total ?? 0 };
}
