import { type DirectoryEntry, dutyKinds, label } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { MaskedNumber } from "../../components/masked-number.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { SearchField } from "../../components/search-field.js";
import { usePages } from "../../components/use-pages.js";
import type { DirectorySearch } from "../../navigation/directory-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { EndPost } from "./end-post.js";
import { PostForm } from "./post-form.js";

/** The people of the directory, narrowed by the address. */
export function PeopleView({ search }: { search: DirectorySearch }) {
  const { t, locale, clauses, list } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const navigate = useNavigate();
  const { may } = useSession();
  const [changing, setChanging] = useState<DirectoryEntry>();
  const [ending, setEnding] = useState<DirectoryEntry>();
  const set = (part: object) =>
    void navigate({
      to: "/chain/directory",
      replace: true,
      search: ((old: object) => ({ ...old, view: "people", ...part })) as never,
    });
  const rows = usePages(
    "directory.list",
    {
      ...scope,
      limit: 50,
      ...(search.kind === undefined ? {} : { kind: search.kind }),
      ...(search.search === undefined ? {} : { search: search.search }),
    },
    (input) => api.directory.list.query(input),
  );
  return (
    <Card flush>
      <search className="filters" aria-label={t("directory.search")}>
        <SearchField
          label={t("directory.search")}
          value={search.search ?? ""}
          onSettled={(text) => set({ search: text === "" ? undefined : text })}
        />
        <Select
          allowClear
          style={{ minWidth: 140 }}
          placeholder={t("directory.kind")}
          aria-label={t("directory.kind")}
          value={search.kind ?? null}
          options={dutyKinds.map((kind) => ({ value: kind, label: label(`duty-kind/${kind}`, locale) }))}
          onChange={(kind) => set({ kind: kind ?? undefined })}
        />
      </search>
      <PagedRows list={rows} empty={<Blank icon="person" title={t("directory.none")} />}>
        {(found) => (
          <SmallTable
            className="figures-phone"
            head={
              <>
                <th>{t("directory.name")}</th>
                <th>{t("directory.place")}</th>
                <th>{t("directory.phone")}</th>
                <th>{t("directory.mobile")}</th>
                <th>{t("directory.since")}</th>
                {may("directory.change") && <th aria-label={t("directory.doing")} />}
              </>
            }
          >
            {found.map((row) => (
              <tr key={row.post}>
                <td>
                  {row.name}
                  <small>{clauses(label(`duty-kind/${row.kind}`, locale), row.unit, row.title)}</small>
                </td>
                <td className="full">{list(row.territoryNames)}</td>
                <td
                  className="code nw"
                  data-label={row.officePhone === null ? undefined : t("directory.phone")}
                >
                  {row.officePhone !== null && <a href={`tel:${row.officePhone}`}>{row.officePhone}</a>}
                </td>
                <td data-label={row.mobile === null ? undefined : t("directory.mobile")}>
                  {row.mobile !== null && (
                    <MaskedNumber of="directory" id={row.post} name={row.name} masked={row.mobile} />
                  )}
                </td>
                <td className="nw" data-label={t("directory.since")}>
                  {row.from}
                </td>
                {may("directory.change") && (
                  <td className="nw full">
                    <span className="row">
                      <button type="button" className="btn link sm" onClick={() => setChanging(row)}>
                        {t("directory.change")}
                      </button>
                      <button type="button" className="btn link sm" onClick={() => setEnding(row)}>
                        {t("directory.end")}
                      </button>
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
      {changing !== undefined && <PostForm entry={changing} onClose={() => setChanging(undefined)} />}
      {ending !== undefined && <EndPost entry={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}
