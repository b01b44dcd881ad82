import type { OperationInput } from "@shian/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { usePages } from "../../components/use-pages.js";
import { type PeopleSearch, parsePeopleSearch } from "../../navigation/people-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { GiveGrant } from "./give-grant.js";
import { OpenAccount } from "./open-account.js";
import { PeopleTable } from "./people-table.js";
import { PersonDrawer } from "./person-drawer.js";
import { SheetModal } from "./sheet-modal.js";
import { ThreeAdministrators } from "./three-administrators.js";

type Doing = "open" | "grant" | "accounts" | "grants";

/** People and what they were granted: a list narrowed by the address, one person opened beside it. */
export function PeoplePage() {
  const { t } = useText();
  const api = useTRPCClient();
  const { may } = useSession();
  const { territory } = useScope();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => parsePeopleSearch(raw), [raw]);
  const [doing, setDoing] = useState<Doing>();
  const { open, tab, ...filter } = search;
  const input: OperationInput<"people.list"> = {
    ...filter,
    ...(territory === undefined ? {} : { territory }),
  };
  const list = usePages("people.list", input, (asked) => api.people.list.query(asked));
  const change = (next: PeopleSearch) =>
    void navigate({
      to: "/settings/people",
      replace: true,
      search: ((old: Record<string, unknown>) => ({
        territory: old.territory,
        asOf: old.asOf,
        ...next,
      })) as never,
    });
  const close = () => setDoing(undefined);
  const sheet = may("people.planSheet") ? "accounts" : may("grant.planSheet") ? "grants" : undefined;
  return (
    <>
      <PageHead
        title={t("nav.people")}
        sub={list.rows !== undefined && t("people.sub", { n: formatCount(list.total) })}
        actions={
          <>
            {sheet !== undefined && (
              <button type="button" className="btn" onClick={() => setDoing(sheet)}>
                <Icon name="upload" />
                {t("people.by-sheet")}
              </button>
            )}
            <IfMay operation="people.create">
              <button type="button" className="btn pri" onClick={() => setDoing("open")}>
                <Icon name="plus" />
                {t("people.open-account")}
              </button>
            </IfMay>
            <IfMay operation="grant.give">
              <button type="button" className="btn pri" onClick={() => setDoing("grant")}>
                <Icon name="plus" />
                {t("people.grant")}
              </button>
            </IfMay>
          </>
        }
      />
      {may("people.get") && <ThreeAdministrators />}
      <Card flush>
        <PeopleTable list={list} search={search} onChange={change} />
      </Card>
      {open !== undefined && may("people.get") && (
        <PersonDrawer
          key={open}
          id={open}
          tab={tab ?? "grants"}
          onTab={(next) => change({ ...search, tab: next })}
          onClose={() => change(filter)}
        />
      )}
      {doing === "open" && <OpenAccount onClose={close} />}
      {doing === "grant" && <GiveGrant onClose={close} />}
      {(doing === "accounts" || doing === "grants") && <SheetModal kind={doing} onClose={close} />}
    </>
  );
}
