import { PageHead } from "../../components/card.js";
import { useText } from "../../text/use-text.js";

export function TerritoriesPage() {
  const { t } = useText();
  return <PageHead title={t("nav.territories")} />;
}
