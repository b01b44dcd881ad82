import { type CommitmentDetail, type CommitmentView, renderProblem } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { AnnexChanges } from "../../components/annex-changes.js";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { QueryView } from "../../components/query-view.js";
import { SignatureImage } from "../../components/signature-pad.js";
import { StatusMark } from "../../components/status-mark.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { toPaper } from "./papers-card.js";
import { RecordScan } from "./record-scan.js";

const tones = { valid: "ok", outdated: "at-risk", none: "overdue" } as const;

/** One official's commitment, the list that is its annex, the papers, and what was signed before. */
export function CommitmentCard({ official }: { official: string }) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.commitment.get.queryOptions({ official, ...toDays(scope) }));
  return (
    <Card title={t("commitment.card")}>
      <QueryView query={query}>{(detail) => <Body detail={detail} />}</QueryView>
    </Card>
  );
}

function Body({ detail }: { detail: CommitmentDetail }) {
  const { t, name, locale } = useText();
  const { asOf } = useScope();
  const { official, annex, standing } = detail;
  const [scanning, setScanning] = useState(false);
  const { may } = useSession();
  // A letter is read by whom it is about and by the office, which is who may record its scan.
  const mayRead = detail.own || may("commitment.recordScan");
  return (
    <>
      <p>
        <StatusMark tone={tones[standing]}>{name("standing", standing)}</StatusMark>
        {standing === "valid" && detail.to !== null && (
          <span className="t3"> {t("commitment.until", { date: detail.to })}</span>
        )}
      </p>
      {detail.reasons.map((reason) => (
        <p className="amber sm" key={reason.code}>
          {renderProblem(reason, locale)}
        </p>
      ))}
      <p className="mt8">
        {annex.version === 0 ? (
          <span className="t3">{t("commitment.no-list")}</span>
        ) : (
          <StatusMark tone={detail.acknowledged ? "ok" : "at-risk"}>
            {t("commitment.annex")}
            {t(detail.acknowledged ? "commitment.version-seen" : "commitment.version-unseen", {
              n: annex.version,
            })}
          </StatusMark>
        )}
      </p>
      {annex.version > 0 && !detail.acknowledged && (
        <AnnexChanges annex={annex} isFirst={detail.acknowledgements.length === 0} />
      )}
      <div className="row wrap mt12">
        {detail.own && standing !== "valid" && (
          <DoorLink
            door={{ to: "/field/sign/$official", params: { official: official.id } }}
            className="btn pri"
          >
            {t("field.sign")}
          </DoorLink>
        )}
        <a
          className="btn"
          href={toPaper("lists.docx", { official: official.id, asOf })}
          download
          title={t("commitment.lists-hint")}
        >
          {t("commitment.lists")}
        </a>
        {mayRead && (
          <a className="btn" href={toPaper("letter.docx", { official: official.id })} download>
            {t("commitment.print")}
          </a>
        )}
        <IfMay operation="commitment.recordScan">
          <Button onClick={() => setScanning(true)}>{t("commitment.scan")}</Button>
        </IfMay>
      </div>
      <Signed detail={detail} />
      {detail.versions.length > 0 && (
        <details className="mt12">
          <summary>{t("commitment.annex-versions")}</summary>
          <ul className="mini">
            {detail.versions.map(({ version, from, firms }) => (
              <li key={version}>
                <span>{t("commitment.annex-row", { n: version, firms })}</span>
                <span className="t3">{from}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {scanning && <RecordScan detail={detail} onClose={() => setScanning(false)} />}
    </>
  );
}

function Signed({ detail }: { detail: CommitmentDetail }) {
  const { t } = useText();
  if (detail.commitments.length === 0) return <p className="t3 mt12">{t("commitment.card-none")}</p>;
  return (
    <details className="mt12" open>
      <summary>{t("commitment.history")}</summary>
      <ul className="mini">
        {detail.commitments.map((one) => (
          <SignedRow key={one.id} one={one} name={detail.official.name} />
        ))}
      </ul>
    </details>
  );
}

function SignedRow({ one, name: signer }: { one: CommitmentView; name: string }) {
  const { t, name } = useText();
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span>
        {t("commitment.row", { year: one.year, date: one.signedOn })}
        <small className="block t3">
          {name("signing-way", one.way)}
          {one.superseded ? ` · ${t("commitment.replaced")}` : ""} ·{" "}
          {t("commitment.digest", { hash: one.documentHash.slice(0, 12) })}
        </small>
      </span>
      {may("commitment.signature") && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("commitment.paper")}
        </Button>
      )}
      {open && <PaperModal one={one} signer={signer} onClose={() => setOpen(false)} />}
    </li>
  );
}

function PaperModal({ one, signer, onClose }: { one: CommitmentView; signer: string; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.commitment.signature.queryOptions({ id: one.id }));
  return (
    <Modal open title={t("commitment.signature-of", { name: signer })} footer={null} onCancel={onClose}>
      <QueryView query={query}>
        {({ strokes, scan }) => (
          <>
            {strokes !== null && (
              <SignatureImage strokes={strokes} label={t("commitment.signature-of", { name: signer })} />
            )}
            {strokes === null && scan === null ? (
              <p className="t3">{t("commitment.no-paper")}</p>
            ) : (
              <a className="btn mt12" href={`/api/papers/signed/${one.id}`} download>
                {t("commitment.download")}
              </a>
            )}
          </>
        )}
      </QueryView>
    </Modal>
  );
}
