import type { LiaisonGroup } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { useSaving } from "../../components/saving.js";
import { TerritoryField } from "../../components/territory-field.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { DatedForm } from "./dated-form.js";

type Draft = {
  name: string;
  territory: string;
  one: string;
  members: string[];
  way: "correct" | "from";
  from?: string;
};

/** Makes a group, corrects it, or changes it from a day on. */
export function GroupForm({ group, onClose }: { group?: LiaisonGroup; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const add = useMutation(trpc.liaisonGroup.add.mutationOptions(saving(t("group.added"), onClose)));
  const change = useMutation(
    trpc.liaisonGroup.change.mutationOptions(saving(t("directory.changed"), onClose)),
  );
  const required = [{ required: true, message: t("common.required") }];
  const known = group === undefined ? [] : [group.one, ...group.members];
  return (
    <DatedForm<Draft>
      title={group?.name ?? t("group.add")}
      stands={group}
      initial={
        group === undefined
          ? {}
          : {
              name: group.name,
              territory: group.territory,
              one: group.one.post,
              members: group.members.map(({ post }) => post),
            }
      }
      nameLabel={t("group.name")}
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSave={({ name, territory, one, members }, from) => {
        const facts = { name: name.trim(), territory, one, members };
        const txId = createTxId();
        if (group === undefined) add.mutate({ txId, facts, ...from });
        else change.mutate({ txId, group: group.group, version: group.version, facts, ...from });
      }}
    >
      <Form.Item name="territory" label={t("group.place")} rules={required}>
        <TerritoryField />
      </Form.Item>
      <Form.Item name="one" label={t("group.one")} rules={required}>
        <PostSelect known={known} />
      </Form.Item>
      <Form.Item name="members" label={t("group.members")} rules={required}>
        <PostSelect known={known} multiple />
      </Form.Item>
    </DatedForm>
  );
}

/** Posts of the directory, found by name, pinyin or unit; those already chosen keep their names. */
function PostSelect({
  known,
  ...control
}: {
  known: readonly LiaisonGroup["one"][];
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  id?: string;
  multiple?: boolean;
}) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const posts = useQuery(
    trpc.directory.list.queryOptions(
      { limit: 50, ...(search === "" ? {} : { search }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = posts.data?.rows ?? [];
  const others = known.filter(({ post }) => !found.some((row) => row.post === post));
  return (
    <RemoteSelect
      {...control}
      choices={[
        ...found.map((row) => ({
          value: row.post,
          label: row.name,
          note: clauses(row.unit, row.title),
        })),
        ...others.map(({ post, name, unit }) => ({
          value: post,
          label: name ?? t("group.gone"),
          note: unit,
        })),
      ]}
      loading={posts.isFetching}
      placeholder={t("group.choose")}
      onSearch={setText}
    />
  );
}
