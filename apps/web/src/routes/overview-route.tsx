import { Navigate } from "@tanstack/react-router";
import { OverviewPage } from "../features/overview/overview-page.js";
import { listSettingsPages } from "../navigation/settings-pages.js";
import { useSession } from "../session/use-session.js";

/** The first page; who has no business with the city's figures begins at the first page that is theirs. */
export function OverviewRoute() {
  const { may } = useSession();
  if (may("overview.get")) return <OverviewPage />;
  if (may("arm.report") && !may("registry.list")) return <Navigate to="/arm" replace />;
  const first = listSettingsPages(may).find(({ opens }) => opens !== "job.list");
  return <Navigate to={first?.to ?? "/settings"} replace />;
}
