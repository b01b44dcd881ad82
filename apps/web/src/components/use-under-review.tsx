import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";

/** Beside a grade: an objection to it is under review. One question serves every grade on the screen. */
export function ReviewMark({ of, scale = "pairing" }: { of: string; scale?: "pairing" | "risk" }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const { may } = useSession();
  const { data } = useQuery({
    ...trpc.objection.open.queryOptions({}),
    enabled: may("objection.open"),
    staleTime: 60_000,
  });
  const open = useMemo(() => new Set(data?.rows.map((row) => `${row.establishment} ${row.scale}`)), [data]);
  if (!open.has(`${of} ${scale}`)) return null;
  const title = t("objection.review-of", { scale: name("grade-scale", scale) });
  return (
    <small className="review" title={title} data-testid="under-review">
      {t("objection.review")}
    </small>
  );
}
