import {
  type CommitmentLetter,
  type CommitmentView,
  findSignatureFault,
  renderProblem,
  type Strokes,
} from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { AnnexChanges } from "../../components/annex-changes.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { SignaturePad } from "../../components/signature-pad.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Read the letter, look at the list, sign with a finger, send. */
export function SignPage() {
  const { official } = useParams({ strict: false }) as { official: string };
  const { year } = useSearch({ strict: false }) as { year?: string };
  const trpc = useTRPC();
  const [signed, setSigned] = useState<CommitmentView>();
  const asked = year !== undefined && /^\d{4}$/.test(year) ? { year: Number(year) } : {};
  const query = useQuery(
    trpc.commitment.letter.queryOptions({ official, ...asked }, { enabled: signed === undefined }),
  );
  if (signed !== undefined) return <Signed signed={signed} />;
  return (
    <QueryView query={query} loading={<LoadingRows rows={10} />}>
      {(letter) => <Letter key={letter.documentHash} letter={letter} onSigned={setSigned} />}
    </QueryView>
  );
}

function Signed({ signed }: { signed: CommitmentView }) {
  const { t } = useText();
  return (
    <div className="field-page">
      <Blank
        icon="check"
        tone="good"
        title={t("sign.done")}
        hint={t("sign.done-hint", { year: signed.year, date: signed.signedOn, to: signed.to })}
        note={t("commitment.digest", { hash: signed.documentHash.slice(0, 12) })}
        actions={
          <DoorLink door={{ to: "/field" }} className="btn pri">
            {t("sign.done-list")}
          </DoorLink>
        }
      />
    </div>
  );
}

function Letter({
  letter,
  onSigned,
}: {
  letter: CommitmentLetter;
  onSigned: (signed: CommitmentView) => void;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentences = useErrorSentences();
  const [seen, setSeen] = useState(false);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [wrong, setWrong] = useState(false);
  const sign = useMutation(
    trpc.commitment.sign.mutationOptions({
      onSuccess: async (signed) => {
        onSigned(signed);
        await client.invalidateQueries();
      },
      // What was read is no longer what stands: show it anew, the signature stays until it is drawn again.
      onError: () => void client.invalidateQueries(),
    }),
  );
  const { official, annex } = letter;
  const missing = !seen ? t("sign.need-seen") : strokes.length === 0 ? t("sign.need-draw") : undefined;
  return (
    <div className="field-page">
      <header className="f-h">
        <DoorLink door={{ to: "/field" }} className="f-icon" label={t("field.back")}>
          <Icon name="left" />
        </DoorLink>
        <div>
          <h1>{t("sign.title")}</h1>
          <small>
            {t("sign.sub", {
              year: letter.year,
              level: name("level", official.level),
              firms: annex.rows.length,
            })}
          </small>
        </div>
      </header>
      <section className="f-card">
        <div className="letter" lang="zh-CN">
          {letter.paragraphs.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one letter never move
            <p key={at} className={at === 0 ? "letter-title" : at === 1 ? "letter-sub" : ""}>
              {text}
            </p>
          ))}
        </div>
        <p className="sm t3 mt8">
          {t("sign.template", { name: letter.template, hash: letter.documentHash.slice(0, 12) })}
        </p>
        {letter.demonstration && <p className="sm amber">{t("sign.demonstration")}</p>}
      </section>
      <Annex letter={letter} seen={seen} onSeen={setSeen} />
      <section className="f-card">
        <h3>
          {t("sign.draw")}
          <span className="r t3">{official.name}</span>
        </h3>
        <SignaturePad strokes={strokes} onChange={setStrokes} />
        <Fault strokes={strokes} />
      </section>
      {wrong && (
        <section className="f-card">
          <Notice tone="warn">{t("sign.wrong-hint")}</Notice>
        </section>
      )}
      {sign.isError && (
        <section className="f-card">
          <Notice tone="over">{sentences(sign.error).join("")}</Notice>
        </section>
      )}
      <div className="f-act">
        <Button className="f-btn" onClick={() => setWrong(true)}>
          {t("sign.wrong")}
        </Button>
        <Button
          type="primary"
          className="f-btn pri"
          disabled={missing !== undefined}
          title={missing}
          loading={sign.isPending}
          onClick={() =>
            sign.mutate({
              txId: createTxId(),
              official: official.id,
              year: letter.year,
              documentHash: letter.documentHash,
              strokes,
            })
          }
        >
          {missing ?? t("sign.submit")}
        </Button>
      </div>
    </div>
  );
}

/** Told while it can still be mended, not only after it was sent. */
function Fault({ strokes }: { strokes: Strokes }) {
  const { locale } = useText();
  const fault = strokes.length === 0 ? undefined : findSignatureFault(strokes);
  return fault === undefined ? null : <p className="sm amber">{renderProblem(fault, locale)}</p>;
}

function Annex({
  letter: { annex },
  seen,
  onSeen,
}: {
  letter: CommitmentLetter;
  seen: boolean;
  onSeen: (seen: boolean) => void;
}) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const isFirst =
    annex.added.length + annex.removed.length + annex.regraded.length === 0 && !annex.acknowledged;
  return (
    <section className="f-card">
      <h3>
        {t("sign.annex", { n: annex.version })}
        <span className="r">{t("sign.firms", { n: annex.rows.length })}</span>
      </h3>
      <AnnexChanges annex={annex} isFirst={isFirst} />
      <button type="button" className="link f-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "sign.hide-list" : "sign.show-list")}
      </button>
      {open && (
        <ul className="f-list plain">
          {annex.rows.map((row) => (
            <li key={row.id}>
              <GradeSquare grade={row.grade} />
              <div>
                {row.name}
                <small>{row.placeName}</small>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Checkbox className="f-fix" checked={seen} onChange={(event) => onSeen(event.target.checked)}>
        {t("sign.seen")}
      </Checkbox>
    </section>
  );
}
