import { type HandoverPlanView, renderProblem } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { Card, SectionTitle } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { GoingList, toGoing } from "./going-list.js";
import { emptyDraft, type HandoverDraft, isDraftComplete, toQuestion } from "./handover-draft.js";
import { HandoverPeople } from "./handover-people.js";
import { HandoverRows } from "./handover-rows.js";

/** Choosing who goes, the plan of it, and applying it. */
export function PrepareHandover({ official }: { official: string | undefined }) {
  const trpc = useTRPC();
  const [draft, setDraft] = useState<HandoverDraft>(emptyDraft);
  const first = useQuery(
    trpc.official.get.queryOptions({ id: official ?? "" }, { enabled: official !== undefined }),
  );
  const found = first.data?.official;
  // Somebody's page or a gap leads here with them chosen.
  useEffect(() => {
    if (found === undefined) return;
    setDraft((old) => (old.going.length > 0 ? old : { ...old, going: [toGoing(found)] }));
  }, [found]);
  return (
    <div className="stack">
      <GoingList draft={draft} onChange={setDraft} />
      <Plan draft={draft} onChange={setDraft} />
    </div>
  );
}

function Plan({ draft, onChange }: { draft: HandoverDraft; onChange: (draft: HandoverDraft) => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const saving = useSaving();
  const isReady = draft.going.length > 0 && isDraftComplete(draft);
  const question = toQuestion(draft);
  const plan = useQuery(
    trpc.handover.preview.queryOptions(question, {
      enabled: isReady,
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  );
  const make = useMutation(
    trpc.handover.make.mutationOptions(
      saving(t("handover.done", { n: formatCount(plan.data?.moved ?? 0) }), () => {
        onChange(emptyDraft);
        void navigate({ to: "/chain/handover", search: { view: "made" } as never });
      }),
    ),
  );
  if (!isReady)
    return (
      <Card>
        <Blank
          icon="swap"
          title={draft.going.length === 0 ? t("handover.start") : t("handover.incomplete")}
          hint={t("handover.start-hint")}
        />
      </Card>
    );
  const shown = plan.isError ? undefined : plan.data;
  return (
    <Card
      title={t("handover.preview")}
      note={
        shown !== undefined &&
        t("handover.preview-note", {
          date: shown.day,
          moved: formatCount(shown.moved),
          kept: formatCount(shown.kept),
          left: formatCount(shown.unassigned),
        })
      }
      footer={
        shown !== undefined && (
          <>
            <span>{t("handover.consequence")}</span>
            <span className="r">
              <Button
                type="primary"
                disabled={plan.isFetching}
                loading={make.isPending}
                onClick={() =>
                  make.mutate({
                    txId: createTxId(),
                    ...question,
                    ...(draft.note.trim() === "" ? {} : { note: draft.note.trim() }),
                    mark: shown.mark,
                  })
                }
              >
                {t("handover.apply", { n: formatCount(shown.moved) })}
              </Button>
            </span>
          </>
        )
      }
    >
      <Refusal error={make.error} />
      <QueryView query={plan}>
        {(view) => (
          <PlanView
            plan={view}
            onChoose={(establishment, official) => {
              const { [establishment]: _, ...others } = draft.choices;
              const choices = official === null ? others : { ...others, [establishment]: official };
              onChange({ ...draft, choices });
            }}
          />
        )}
      </QueryView>
    </Card>
  );
}

function PlanView({
  plan,
  onChoose,
}: {
  plan: HandoverPlanView;
  onChoose: (establishment: string, official: string | null) => void;
}) {
  const { t, locale } = useText();
  const inactive = plan.rows.filter(({ establishment }) => establishment.state !== "active").length;
  return (
    <>
      {plan.refused.slice(0, 5).map(({ establishment, official, problem }) => (
        <div className="mb12" key={`${establishment.id} ${official.id}`}>
          <Notice tone="warn">{renderProblem(problem, locale)}</Notice>
        </div>
      ))}
      <SectionTitle>{t("handover.people")}</SectionTitle>
      <HandoverPeople parties={plan.parties} />
      <div className="mt16">
        <SectionTitle>
          {t("handover.firms", { n: formatCount(plan.rows.length) })}
          {inactive > 0 && (
            <span className="t3 sm">{t("handover.firms-inactive", { n: formatCount(inactive) })}</span>
          )}
        </SectionTitle>
      </div>
      <HandoverRows plan={plan} onChoose={onChoose} />
    </>
  );
}
