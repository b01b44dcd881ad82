import { Button } from "antd";
import { useText } from "../text/use-text.js";
import { formatCount } from "./figures.js";

/** How many rows are shown, and the way to the next ones. */
export function MoreRows({
  shown,
  total,
  loading,
  onMore,
}: {
  shown: number;
  total: number;
  loading: boolean;
  onMore: () => void;
}) {
  const { t } = useText();
  return (
    <div className="pager">
      <span>{t("common.of-rows", { shown: formatCount(shown), total: formatCount(total) })}</span>
      {shown < total && (
        <Button size="small" loading={loading} onClick={onMore}>
          {t("state.more", { n: formatCount(Math.min(50, total - shown)) })}
        </Button>
      )}
    </div>
  );
}
