import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { LoadingPage } from "../components/loading.js";
import { QueryView } from "../components/query-view.js";
import { useTRPC } from "../trpc.js";
import { OfficeFlagsProvider } from "./office-flags-provider.js";
import { SessionProvider } from "./use-session.js";

const loadSignIn = () => import("../features/sign-in/sign-in-page.js");
const SignInPage = lazy(loadSignIn);
const SetUpPage = lazy(() => import("../features/sign-in/set-up-page.js"));
const PasswordLinkPage = lazy(() => import("../features/sign-in/password-link-page.js"));
const ProviderReturnPage = lazy(() => import("../features/sign-in/provider-return-page.js"));
const PasswordDuePage = lazy(() => import("../features/sign-in/password-due-page.js"));
const BindFactorPage = lazy(() => import("../features/sign-in/bind-factor-page.js"));

/**
 * Lets the product through to who has signed in; anybody else gets the way in, at the address that they asked for. One
 * time links and the way back from the identity provider open without a session.
 */
export function Gate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const path = useLocation({ select: (location) => location.pathname });
  const query = useQuery(
    trpc.session.current.queryOptions({}, { refetchInterval: 60_000, staleTime: 5_000 }),
  );
  useEffect(() => {
    // At hand when a session ends, so that the way in stands there at once.
    const timer = setTimeout(() => void loadSignIn(), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense fallback={<LoadingPage />}>
      {path === "/set-up" ? (
        <SetUpPage />
      ) : path === "/password" ? (
        <PasswordLinkPage />
      ) : path === "/sign-in/return" ? (
        <ProviderReturnPage />
      ) : (
        <QueryView query={query} loading={<LoadingPage />}>
          {(current) => {
            if (current.person === null) return <SignInPage current={current} />;
            if (current.passwordDue) return <PasswordDuePage current={current} />;
            if (current.secondFactor.needed && current.secondFactor.state !== "on")
              return <BindFactorPage username={current.person.username} />;
            return (
              <SessionProvider current={current}>
                <OfficeFlagsProvider>{children}</OfficeFlagsProvider>
              </SessionProvider>
            );
          }}
        </QueryView>
      )}
    </Suspense>
  );
}
