import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { Notice } from "../components/notice.js";
import { findDoorRight } from "../navigation/door-rights.js";
import type { ScopeSearch } from "../navigation/scope-search.js";
import { useScope } from "../navigation/use-scope.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { ClosedPage } from "./error-page.js";
import { isCurrent, menuEntries } from "./menu-entries.js";
import { PhoneMenu } from "./phone-menu.js";
import { BottomBar, Sider } from "./sider.js";
import { AsOfBanner, TopBar } from "./top-bar.js";

const loadPalette = () => import("./command-palette.js");
const CommandPalette = lazy(loadPalette);

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener("online", update);
    window.addEventListener("offline", update);
    return () => {
      window.removeEventListener("online", update);
      window.removeEventListener("offline", update);
    };
  }, []);
  return online;
}

const isOfThePast = ({ asOf, knownOn }: ScopeSearch, today: string): boolean =>
  (asOf !== undefined && asOf !== today) || (knownOn !== undefined && knownOn !== today);

/** The frame of every page: navigation, top bar, palette, and the page itself. */
export function Shell() {
  const { t } = useText();
  const trpc = useTRPC();
  const status = useQuery(trpc.office.status.queryOptions({}, { refetchInterval: 60_000 }));
  const [palette, setPalette] = useState(false);
  const [menu, setMenu] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  const scope = useScope();
  const online = useOnline();
  const { may } = useSession();
  // The first page finds by itself where a person begins.
  const right = path === "/" ? undefined : findDoorRight({ to: path });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPalette((open) => !open);
      }
    };
    document.addEventListener("keydown", onKey);
    // Loaded when the page has come to rest, so that the first key press after Ctrl-K is not lost.
    const timer = setTimeout(() => void loadPalette(), 1500);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  const title = menuEntries.find((entry) => isCurrent(entry, path))?.title;
  useEffect(() => {
    document.title = title === undefined ? t("app.name") : `${t(title)} · ${t("app.name")}`;
  }, [title, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes
  useEffect(() => setMenu(false), [path]);

  return (
    <div className="app">
      <a href="#main" className="skip">
        {t("app.skip")}
      </a>
      <Sider status={status.data} />
      <div className="app-main">
        <TopBar status={status.data} onSearch={() => setPalette(true)} onMenu={() => setMenu(true)} />
        <main className="page" id="main" tabIndex={-1}>
          {!online && (
            <div className="mb16">
              <Notice tone="warn">{t("app.offline")}</Notice>
            </div>
          )}
          {status.data !== undefined && isOfThePast(scope, status.data.today) && (
            <AsOfBanner asOf={scope.asOf ?? status.data.today} knownOn={scope.knownOn} />
          )}
          {right === undefined || may(right) ? <Outlet /> : <ClosedPage />}
        </main>
      </div>
      <BottomBar />
      {menu && <PhoneMenu status={status.data} onClose={() => setMenu(false)} />}
      {palette && (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  );
}
