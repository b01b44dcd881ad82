import type { DocumentDetail } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** A document from above on a phone: read it, then say so. */
export function ReadDocumentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const query = useQuery(trpc.document.get.queryOptions({ id }));
  return (
    <QueryView query={query} loading={<LoadingRows rows={8} />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

function Page({ detail }: { detail: DocumentDetail }) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const read = useMutation(trpc.document.read.mutationOptions(saving(t("own.read-done"))));
  const { document } = detail;
  return (
    <div className="field-page">
      <header className="f-h">
        <DoorLink door={{ to: "/field/training" }} className="f-icon" label={t("own.back")}>
          <Icon name="left" />
        </DoorLink>
        <div>
          <h1>{document.title}</h1>
          <small>{clauses(document.number, document.issuer, document.issuedOn)}</small>
        </div>
      </header>
      <section className="f-card">
        {detail.text !== "" && <p className="pre">{detail.text}</p>}
        {detail.file !== null && (
          <a href={`/api/training-files/${detail.file.id}`} download className="f-btn">
            {t("own.download", { name: detail.file.name })}
          </a>
        )}
      </section>
      {document.own.map(({ official, readOn }) => (
        <section key={official} className="f-card">
          {readOn === null ? (
            <>
              <p className="t2">{t("own.open-until", { date: document.readBy })}</p>
              <Refusal error={read.error} />
              <Button
                type="primary"
                className="f-btn pri"
                loading={read.isPending}
                onClick={() =>
                  read.mutate({ txId: createTxId(), id: document.id, official, hash: document.hash })
                }
              >
                {t("own.read")}
              </Button>
            </>
          ) : (
            <p className="st ok">{t("own.read-on", { date: readOn })}</p>
          )}
        </section>
      ))}
    </div>
  );
}
