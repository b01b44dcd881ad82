import type { RegistryView } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { Icon } from "../../components/icon.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Keeps what is shown as a view, or removes the view that is shown. */
export function SavedViewTools({ shown, onSave }: { shown: RegistryView | undefined; onSave: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const { grants } = useSession();
  const remove = useMutation(
    trpc.registryView.remove.mutationOptions({
      onSuccess: () => client.invalidateQueries(),
      onError: (error) => void message.error(sentences(error).join("")),
    }),
  );
  const isOffice = grants.some(({ role }) => role === "office");
  if (shown === undefined)
    return (
      <button type="button" className="view" onClick={onSave}>
        <Icon name="plus" small /> {t("view.save")}
      </button>
    );
  if (!shown.own && !(shown.shared && isOffice)) return null;
  return (
    <Popconfirm
      title={t("view.remove-sure")}
      onConfirm={() => remove.mutate({ txId: createTxId(), id: shown.id })}
    >
      <Button
        type="text"
        size="small"
        icon={<Icon name="close" small />}
        aria-label={t("view.remove", { name: shown.name })}
        title={t("view.remove", { name: shown.name })}
      />
    </Popconfirm>
  );
}
