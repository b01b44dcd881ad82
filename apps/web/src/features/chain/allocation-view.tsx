import type { ChainNode } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { Tag } from "../../components/status-mark.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { AllocationMoves } from "./allocation-moves.js";
import { type AllocationChoice, AllocationOptions } from "./allocation-options.js";
import { AllocationSummary } from "./allocation-summary.js";

const PAGE = 50;

/** What an allocation would change and the proof that nothing is better, before it is applied. */
export function AllocationView({ node }: { node: ChainNode }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const scope = useScope();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [choice, setChoice] = useState<AllocationChoice>({});
  const [limit, setLimit] = useState(PAGE);
  const input = { ...(scope.territory === undefined ? {} : { territory: scope.territory }), ...choice };
  const plan = useQuery(
    trpc.chain.planAllocation.queryOptions(
      { ...input, limit },
      { staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const apply = useMutation(
    trpc.chain.allocate.mutationOptions({
      onSuccess: async (done) => {
        void message.success(
          t("allocation.done", { added: formatCount(done.added), moved: formatCount(done.moved) }),
        );
        await client.invalidateQueries();
      },
    }),
  );
  const changes = plan.data === undefined ? 0 : plan.data.added + plan.data.moved;
  return (
    <Card
      title={t("allocation.title")}
      note={plan.data !== undefined && t("allocation.note", { place: node.name, date: plan.data.from })}
      right={<Tag tone="info">{t("allocation.not-yet")}</Tag>}
      footer={
        plan.data !== undefined &&
        !plan.isError && (
          <>
            <span>{changes === 0 ? t("allocation.nothing") : t("allocation.consequence")}</span>
            <span className="r">
              <Button
                type="primary"
                disabled={changes === 0 || plan.isFetching}
                loading={apply.isPending}
                onClick={() =>
                  apply.mutate({ txId: createTxId(), ...input, fingerprint: plan.data.fingerprint })
                }
              >
                {t("allocation.apply", { n: formatCount(changes) })}
              </Button>
            </span>
          </>
        )
      }
    >
      <AllocationOptions
        choice={choice}
        onChange={(next) => {
          setLimit(PAGE);
          setChoice(next);
        }}
      />
      {apply.isError && (
        <div className="mb12">
          <Notice tone="over">{sentences(apply.error).join("")}</Notice>
        </div>
      )}
      <QueryView query={plan}>
        {(preview) => (
          <>
            <AllocationSummary preview={preview} />
            <AllocationMoves
              preview={preview}
              loading={plan.isFetching}
              onMore={() => setLimit((shown) => Math.min(200, shown + PAGE))}
            />
          </>
        )}
      </QueryView>
    </Card>
  );
}
