import { PageHead } from "../../components/card.js";
import { useText } from "../../text/use-text.js";

export function UnitsPage() {
  const { t } = useText();
  return <PageHead title={t("nav.units")} />;
}
