import { createClient, toProblems } from "@shian/api/client";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useEffect, useMemo, useState } from "react";
import { useText } from "../text/use-text.js";
import { useMode } from "../theme/appearance.js";
import { toAntdTheme } from "../theme/theme.js";
import { TRPCProvider } from "../trpc.js";
import { createAppRouter } from "./router.js";

/** A session that ended meanwhile is noticed at the first answer that says so, and the way in is shown. */
const noticeSignedOut = (error: unknown) => {
  if (toProblems(error).some(({ code }) => code === "access/signed-out"))
    void queryClient.invalidateQueries({ queryKey: [["session", "current"]] });
};

/** Once more when no answer came or the server failed; what was refused with a reason stays refused. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < 1 &&
  toProblems(error).every(({ code }) => code === "request/unreachable" || code === "request/internal");

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: isWorthRetrying, refetchOnWindowFocus: true, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
const router = createAppRouter();

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** The whole product: language, look, data and routes. */
export function App() {
  const { locale } = useText();
  const mode = useMode();
  const client = useMemo(() => createClient({ url: window.location.origin, locale }), [locale]);
  const [shownLocale, setShownLocale] = useState(locale);
  useEffect(() => {
    // Sentences that the server rendered are in the former language: they are asked for again.
    if (shownLocale === locale) return;
    setShownLocale(locale);
    void queryClient.invalidateQueries();
  }, [locale, shownLocale]);
  return (
    <ConfigProvider
      theme={toAntdTheme(mode)}
      locale={locale === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      // What opens from inside a modal dialog must live in it, or the dialog lies above it.
      getPopupContainer={(trigger) => trigger?.closest("dialog") ?? document.body}
      componentSize="medium"
    >
      <AntdApp component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={client} queryClient={queryClient}>
            <RouterProvider router={router} />
          </TRPCProvider>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
