import type { LiaisonGroup } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { useSaving } from "../../components/saving.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { EndDialog } from "./end-dialog.js";
import { GroupForm } from "./group-form.js";

/** "1+N" groups: the one, the N, where and since when. */
export function GroupsView() {
  const { t, clauses, list } = useText();
  const client = useTRPCClient();
  const scope = useScope();
  const [form, setForm] = useState<LiaisonGroup | "new">();
  const [ending, setEnding] = useState<LiaisonGroup>();
  const rows = usePages("liaisonGroup.list", { ...scope, limit: 50 }, (input) =>
    client.liaisonGroup.list.query(input),
  );
  return (
    <Card
      flush
      title={t("directory.groups")}
      right={
        <IfMay operation="liaisonGroup.add">
          <Button size="small" onClick={() => setForm("new")}>
            {t("group.add")}
          </Button>
        </IfMay>
      }
    >
      <PagedRows
        list={rows}
        empty={<Blank icon="person" title={t("group.none")} hint={t("group.none-hint")} />}
      >
        {(found) => (
          <SmallTable
            className="figures-phone"
            head={
              <>
                <th>{t("group.name")}</th>
                <th>{t("group.one")}</th>
                <th>{t("group.members")}</th>
                <th>{t("directory.since")}</th>
                <th aria-label={t("directory.doing")} />
              </>
            }
          >
            {found.map((group) => (
              <tr key={group.group}>
                <td>
                  {group.name}
                  <small>{group.placeName}</small>
                </td>
                <td className="full">
                  {group.one.name ?? t("group.gone")}
                  <small>{clauses(group.one.unit, group.one.title, group.one.officePhone)}</small>
                </td>
                <td className="full">
                  <span className="wrap-text">
                    {list(group.members.map(({ name }) => name ?? t("group.gone")))}
                  </span>
                  <small>{t("group.members-n", { n: group.members.length })}</small>
                </td>
                <td className="nw" data-label={t("directory.since")}>
                  {group.from}
                </td>
                <td className="nw full">
                  <IfMay operation="liaisonGroup.change">
                    <span className="row">
                      <button type="button" className="btn link sm" onClick={() => setForm(group)}>
                        {t("directory.change")}
                      </button>
                      <button type="button" className="btn link sm" onClick={() => setEnding(group)}>
                        {t("directory.end")}
                      </button>
                    </span>
                  </IfMay>
                </td>
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
      {form !== undefined && (
        <GroupForm {...(form === "new" ? {} : { group: form })} onClose={() => setForm(undefined)} />
      )}
      {ending !== undefined && <EndGroup group={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

function EndGroup({
  group: { group, name, version },
  onClose,
}: {
  group: LiaisonGroup;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const end = useMutation(trpc.liaisonGroup.end.mutationOptions(saving(t("directory.ended"), onClose)));
  return (
    <EndDialog
      name={name}
      dayLabel={t("group.end-day")}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onEnd={(day) => end.mutate({ txId: createTxId(), group, version, ...day })}
    />
  );
}
