import type { AllocationRun, ChainNode } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal } from "../../components/saving.js";
import { compact } from "../../navigation/search-text.js";
import { useScope } from "../../navigation/use-scope.js";
import type { ChainSearch } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { AllocationHistory } from "./allocation-history.js";
import { type AllocationChoice, AllocationOptions } from "./allocation-options.js";
import { AllocationPins, type Pin } from "./allocation-pins.js";
import { AllocationRunCard } from "./allocation-run-card.js";
import { isAtWork, useAllocation } from "./use-allocation.js";

/** What is chosen for an allocation, its preview made in the background, and those that were made. */
export function AllocationView({ node, search }: { node: ChainNode; search: ChainSearch }) {
  const query = useAllocation(search.run);
  const choice = toChoice(search);
  if (search.run === undefined)
    return (
      <>
        <Ask key={`${node.code} ${JSON.stringify(choice)}`} node={node} choice={choice} />
        <AllocationHistory />
      </>
    );
  return <QueryView query={query}>{(run) => <Run key={run.id} run={run} node={node} />}</QueryView>;
}

const toChoice = ({ level, gaps, one }: Pick<ChainSearch, "level" | "gaps" | "one">): AllocationChoice =>
  compact({ level, gaps, establishments: one === undefined ? undefined : [one] });

function Run({ run, node }: { run: AllocationRun; node: ChainNode }) {
  const { territory, pinned, ...asked } = run.question;
  const known = (pinned ?? []).map(
    ({ establishment, official }): Pin => ({
      establishment: { id: establishment },
      official: { id: official },
    }),
  );
  const [pins, setPins] = useState<readonly Pin[]>(known);
  const isOver = !isAtWork(run) && run.state !== "applied" && run.state !== "undone";
  return (
    <>
      {isOver && (
        <Ask
          node={node}
          choice={compact(asked)}
          territory={territory}
          pins={pins}
          onPins={setPins}
          isAgain={true}
        />
      )}
      <AllocationRunCard
        run={run}
        onPin={(pin) =>
          setPins((all) => [
            ...all.filter(({ establishment }) => establishment.id !== pin.establishment.id),
            pin,
          ])
        }
      />
      <AllocationHistory />
    </>
  );
}

/** The question: which establishments, from which day, what comes first, who is fixed. */
function Ask({
  node,
  choice: begin,
  territory,
  pins: given,
  onPins,
  isAgain = false,
}: {
  node: ChainNode;
  choice: AllocationChoice;
  /** Of an allocation that was asked before; else that of the page. */
  territory?: string | undefined;
  pins?: readonly Pin[];
  onPins?: (pins: readonly Pin[]) => void;
  isAgain?: boolean;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const navigate = useNavigate();
  const [choice, setChoice] = useState(begin);
  const [own, setOwn] = useState<readonly Pin[]>([]);
  const pins = given ?? own;
  const place = isAgain ? territory : scope.territory;
  const plan = useMutation(
    trpc.allocation.plan.mutationOptions({
      onSuccess: ({ id }) =>
        navigate({
          to: "/chain",
          search: ((old: Record<string, unknown>) => ({
            territory: old.territory,
            asOf: old.asOf,
            view: "allocation",
            run: id,
          })) as never,
        }),
    }),
  );
  const ask = () =>
    plan.mutate({
      txId: createTxId(),
      ...choice,
      ...(place === undefined ? {} : { territory: place }),
      ...(pins.length === 0
        ? {}
        : {
            pinned: pins.map(({ establishment, official }) => ({
              establishment: establishment.id,
              official: official.id,
            })),
          }),
    });
  return (
    <Card
      className="mb16"
      title={t("allocation.ask")}
      note={isAgain ? undefined : node.name}
      footer={
        <>
          <span>{t("allocation.only-preview")}</span>
          <span className="r">
            <Button type={isAgain ? "default" : "primary"} loading={plan.isPending} onClick={ask}>
              {t(isAgain ? "allocation.again" : "chain.allocate")}
            </Button>
          </span>
        </>
      }
    >
      <Refusal error={plan.error} />
      <AllocationOptions choice={choice} onChange={setChoice} />
      <AllocationPins pins={pins} onChange={onPins ?? setOwn} />
    </Card>
  );
}
