import type { ListedFlag } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingPage } from "../../components/loading.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { StatusMark, Tag } from "../../components/status-mark.js";
import { startWithCapital, useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { FlagModal } from "./flag-modal.js";

/** The attention flags of the office: the shipped ones and its own, in use or retired. */
export function FlagsPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.attention.list.queryOptions({}));
  const [editing, setEditing] = useState<ListedFlag | "new">();
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/settings" }}>{t("nav.settings")}</DoorLink> / {t("flags.title")}
          </>
        }
        title={t("flags.title")}
        sub={t("flags.sub")}
        actions={
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing("new")}>
            {t("flags.add")}
          </Button>
        }
      />
      <QueryView query={query} loading={<LoadingPage />}>
        {({ flags, version }) => (
          <>
            <List flags={flags} version={version} onEdit={setEditing} />
            {editing !== undefined && (
              <FlagModal
                flag={editing === "new" ? undefined : editing}
                version={version}
                onClose={() => setEditing(undefined)}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function List({
  flags,
  version,
  onEdit,
}: {
  flags: readonly ListedFlag[];
  version: number;
  onEdit: (flag: ListedFlag) => void;
}) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const save = useMutation(trpc.attention.save.mutationOptions(saving(t("flags.saved"))));
  const retire = ({ shipped, name, ...flag }: ListedFlag) =>
    save.mutate({
      txId: createTxId(),
      version,
      flag: { ...flag, name: shipped ? null : name, retired: !flag.retired },
    });
  return (
    <>
      <Refusal error={save.error} />
      <Card flush>
        <SmallTable
          head={
            <>
              <th>{t("registry.attention")}</th>
              <th className="opt">{t("flags.note")}</th>
              <th>{t("registry.state")}</th>
              <th />
            </>
          }
        >
          {flags.map((flag) => (
            <tr key={flag.code}>
              <td>
                <DoorLink door={{ to: "/registry", search: { attention: [flag.code] } }}>
                  {startWithCapital(flag.name[locale], locale)}
                </DoorLink>{" "}
                {flag.shipped && <Tag tone="plain">{t("flags.shipped")}</Tag>}
                <small className="code t3">{flag.code}</small>
              </td>
              <td className="opt t2">{flag.note}</td>
              <td className="nw">
                <StatusMark tone={flag.retired ? "closed" : "ok"}>
                  {t(flag.retired ? "flags.retired" : "flags.in-use")}
                </StatusMark>
              </td>
              <td className="num nw">
                <Button size="small" onClick={() => onEdit(flag)}>
                  {t("layout.edit")}
                </Button>{" "}
                <Button size="small" disabled={save.isPending} onClick={() => retire(flag)}>
                  {t(flag.retired ? "flags.restore" : "flags.retire")}
                </Button>
              </td>
            </tr>
          ))}
        </SmallTable>
      </Card>
    </>
  );
}
