import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { CompareTable } from "../../components/compare-table.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Two establishments become one: which stays, whose facts count field by field, why; what happens is said first. */
export function MergeModal({
  first,
  second,
  onClose,
}: {
  first: string;
  second: string;
  onClose: () => void;
}) {
  const { t, list, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [survivor, setSurvivor] = useState(first);
  const [take, setTake] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const absorbed = survivor === first ? second : first;
  const plan = useQuery(trpc.merge.plan.queryOptions({ survivor, absorbed, take: [...take] }));
  const merge = useMutation(trpc.merge.apply.mutationOptions({ ...saving(t("merge.done"), onClose) }));
  const toggle = (field: string) =>
    setTake(take.includes(field) ? take.filter((one) => one !== field) : [...take, field]);
  return (
    <Modal
      open
      title={t("merge.title")}
      width={880}
      okText={t("merge.go")}
      okButtonProps={{
        disabled: reason.trim().length < 2 || plan.data === undefined,
        loading: merge.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        plan.data !== undefined &&
        merge.mutate({
          txId: createTxId(),
          survivor,
          absorbed,
          take: [...take],
          survivorVersion: plan.data.survivor.version,
          absorbedVersion: plan.data.absorbed.version,
          reason: reason.trim(),
        })
      }
    >
      <Refusal error={merge.error} />
      <QueryView query={plan}>
        {(data) => (
          <>
            <CompareTable
              fields={data.fields}
              heads={[
                <span key="survivor">
                  <span className="t3 sm">{t("merge.stays")}</span>
                  <br />
                  {data.survivor.name}
                </span>,
                <span key="absorbed">
                  <span className="t3 sm">{t("merge.absorbed")}</span>
                  <br />
                  {data.absorbed.name}
                </span>,
              ]}
              action={({ field, differs, values }) =>
                differs[0] === true &&
                values[1] !== null && (
                  <Checkbox
                    checked={data.taken.includes(field)}
                    disabled={values[0] === null}
                    onChange={() => toggle(field)}
                  >
                    {t("merge.take")}
                  </Checkbox>
                )
              }
            />
            <p className="mt12">
              {t("merge.effect", {
                absorbed: data.absorbed.name,
                survivor: data.survivor.name,
                date: data.on,
              })}
              {data.endsAssignmentOf !== null && t("merge.ends", { official: data.endsAssignmentOf })}
            </p>
            {data.people.length > 0 && (
              <p>
                {t("merge.people", {
                  people: list(data.people.map((one) => `${one.name}（${name("arm-role", one.role)}）`)),
                })}
              </p>
            )}
            <p className="t3 sm">{t("merge.fills")}</p>
            <div className="row wrap mt8">
              <Button
                size="small"
                onClick={() => {
                  setTake([]);
                  setSurvivor(absorbed);
                }}
              >
                {t("merge.swap")}
              </Button>
            </div>
            <Input.TextArea
              className="mt12"
              rows={2}
              maxLength={300}
              aria-label={t("admin.reason")}
              placeholder={t("admin.reason")}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
      </QueryView>
    </Modal>
  );
}
