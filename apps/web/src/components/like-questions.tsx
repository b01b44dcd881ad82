import type { QuestionRow } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { SectionTitle } from "./card.js";
import { Refusal, useSaving } from "./saving.js";

/** Open questions like this one; whoever looks after them decides whether they are the same. */
export function LikeQuestions({ row }: { row: QuestionRow }) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const like = useQuery(
    trpc.question.like.queryOptions({ subject: row.subject, text: row.text, not: row.id }),
  );
  const merge = useMutation(trpc.question.merge.mutationOptions(saving(t("question.join-done"))));
  const found = (like.data?.questions ?? []).filter(({ row: other }) => other.next.includes("merge"));
  if (found.length === 0) return null;
  return (
    <>
      <SectionTitle>{t("question.like")}</SectionTitle>
      <Refusal error={merge.error} />
      <ul className="mini" data-testid="like-questions">
        {found.map(({ row: other, likeness }) => (
          <li key={other.id}>
            <span>
              {other.subject}
              <small className="t3 block">
                {clauses(other.placeName, other.askedBy, t("question.likeness", { n: likeness }))}
              </small>
            </span>
            <Button
              size="small"
              loading={merge.isPending}
              onClick={() =>
                merge.mutate({
                  txId: createTxId(),
                  head: row.id,
                  questions: [{ id: other.id, version: other.version }],
                })
              }
            >
              {t("question.join-here")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
