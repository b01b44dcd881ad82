import { addDays, mayKeyAsk, type OperationId, operations, toOfficeDay, toPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useSession } from "../../session/use-session.js";
import { useOperationName } from "../../text/use-operation-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

const HALF_A_YEAR = 180;

/** Names a key, what it may ask, and its last day. */
export function NewKey({ onDone }: { onDone: (token: string | undefined) => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const { allowed } = useSession();
  const nameOf = useOperationName();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<string[]>([]);
  const [lastDay, setLastDay] = useState<string>(addDays(toOfficeDay(Date.now()), HALF_A_YEAR));
  const create = useMutation(trpc.key.create.mutationOptions({ onSuccess: ({ token }) => onDone(token) }));
  const mayCover = (id: string) => {
    const operation = operations[id as OperationId];
    return operation.may !== "everyone" && mayKeyAsk(id, operation);
  };
  return (
    <form
      className="set-form sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ txId: createTxId(), name, scope, lastDay: toPlainDate(lastDay) });
      }}
    >
      {create.isError && <Notice tone="over">{sentences(create.error).join("")}</Notice>}
      <Input
        value={name}
        aria-label={t("account.key-name")}
        placeholder={t("account.key-name")}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        mode="multiple"
        optionFilterProp="label"
        value={scope}
        onChange={setScope}
        aria-label={t("account.key-scope")}
        placeholder={t("account.key-scope")}
        options={allowed.filter(mayCover).map((id) => ({ value: id, label: nameOf(id) }))}
      />
      <Input
        type="date"
        value={lastDay}
        aria-label={t("account.key-last-day")}
        onChange={(event) => setLastDay(event.target.value)}
      />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          disabled={name.trim() === "" || scope.length === 0 || lastDay === ""}
        >
          {t("account.make-key")}
        </Button>
        <Button onClick={() => onDone(undefined)}>{t("account.cancel")}</Button>
      </div>
    </form>
  );
}
