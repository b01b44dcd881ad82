import { useText } from "./use-text.js";

/** Days of a grant as people read them: `2026-03-01 起`, `2026-12-01 至 2026-12-31 前`. */
export function useSpan(): (span: { readonly from: string; readonly to: string | null }) => string {
  const { t } = useText();
  return ({ from, to }) => (to === null ? t("account.from", { from }) : t("account.from-to", { from, to }));
}
