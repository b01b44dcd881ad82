import type { HandoverEntry } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { IfMay } from "../../session/use-session.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

const FEW = 6;

/** The handovers that were made, each with its papers and its undo. */
export function MadeHandovers() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.handover.list.queryOptions({ limit: 50 }));
  return (
    <QueryView query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Card>
            <Blank icon="swap" title={t("handover.none")} hint={t("handover.none-hint")} />
          </Card>
        ) : (
          <div className="stack">
            {rows.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </div>
        )
      }
    </QueryView>
  );
}

function Entry({ entry }: { entry: HandoverEntry }) {
  const { t, name, list } = useText();
  const [isWhole, setWhole] = useState(false);
  const going = entry.parties.filter(({ role }) => role !== "receives");
  const papers = `/api/papers/handover/${encodeURIComponent(entry.id)}`;
  const shown = isWhole ? entry.parties : entry.parties.slice(0, FEW);
  return (
    <Card
      title={t("handover.preview-note", {
        date: entry.day,
        moved: formatCount(entry.moved),
        kept: formatCount(going.reduce((sum, { kept }) => sum + kept, 0)),
        left: formatCount(entry.unassigned),
      })}
      right={entry.undoneAt === null ? <Undo entry={entry} /> : <Tag>{t("handover.undone")}</Tag>}
    >
      <p className="t3 sm mb12">
        {t("handover.by", { at: formatMoment(entry.at), who: entry.who })}
        {entry.note !== null && ` · ${entry.note}`}
      </p>
      <ul className="mini">
        {shown.map((party) => (
          <li key={party.id}>
            <span>
              <b>{party.name}</b> <span className="t3 sm">{party.unit}</span>
              <small className="t3 block">
                {list([
                  (party.role !== "receives" || party.received === 0) && name("handover-role", party.role),
                  party.given > 0 && t("handover.gave", { n: formatCount(party.given) }),
                  party.received > 0 && t("handover.got", { n: formatCount(party.received) }),
                ])}
              </small>
            </span>
            <a
              className="btn"
              href={`${papers}/receipt.docx?official=${encodeURIComponent(party.id)}`}
              aria-label={t("handover.receipt-of", { name: party.name })}
              download
            >
              <Icon name="download" />
              {t("handover.receipt")}
            </a>
          </li>
        ))}
      </ul>
      <div className="row wrap mt12">
        {entry.parties.length > FEW && !isWhole && (
          <Button size="small" onClick={() => setWhole(true)}>
            {t("state.more", { n: entry.parties.length - FEW })}
          </Button>
        )}
        <IfMay operation="handover.make">
          <a className="btn" href={`${papers}/receipts.zip`} download>
            <Icon name="download" />
            {t("handover.receipts")}
          </a>
          <a className="btn" href={`${papers}/changes.docx`} download>
            <Icon name="download" />
            {t("handover.changes")}
          </a>
        </IfMay>
      </div>
    </Card>
  );
}

function Undo({ entry }: { entry: HandoverEntry }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const undo = useMutation(
    trpc.handover.undo.mutationOptions(
      saving(t("handover.undo-done", { n: formatCount(entry.moved + entry.unassigned) })),
    ),
  );
  if (entry.undoUntil !== null && Date.parse(entry.undoUntil) < Date.now())
    return <span className="t3 sm">{t("handover.undo-over")}</span>;
  return (
    <IfMay operation="handover.undo">
      <Refusal error={undo.error} />
      <Popconfirm
        title={t("handover.undo-sure")}
        onConfirm={() => undo.mutate({ txId: createTxId(), id: entry.id })}
      >
        <Button size="small" loading={undo.isPending}>
          {t("handover.undo")}
        </Button>
      </Popconfirm>
    </IfMay>
  );
}
