import { Navigate } from "@tanstack/react-router";
import { OverviewPage } from "../features/overview/overview-page.js";
import { useSession } from "../session/use-session.js";

/** The first page; who has no business with the city's figures begins at what is theirs. */
export function OverviewRoute() {
  const { may } = useSession();
  if (may("overview.get")) return <OverviewPage />;
  return <Navigate to="/settings" replace />;
}
