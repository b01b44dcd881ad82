import type { AttendanceRow, OperationOutput } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { usePages } from "../../components/use-pages.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { EnterAttendance } from "./enter-attendance.js";
import { SessionForm } from "./session-form.js";
import { SessionTimes } from "./session-times.js";

type Detail = OperationOutput<"training.session">;
type Doing = "edit" | "withdraw" | "enter";

/** One session: what it is and who took part. */
export function SessionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.training.session.queryOptions({ id, ...toDays(scope), limit: 1 }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

function Page({ detail }: { detail: Detail }) {
  const { t, name } = useText();
  const { session, planTitle } = detail;
  const { held } = session;
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const isOpen = detail.mayChange && !session.withdrawn;
  return (
    <>
      <PageHead
        crumb={
          <DoorLink door={{ to: "/chain/training/$id", params: { id: session.plan } }}>{planTitle}</DoorLink>
        }
        title={session.title}
        sub={`${name("training-way", held.way)}，${t("training.hours", { n: formatHours(session.minutes) })}`}
        mark={session.withdrawn ? <span className="tag">{t("training.withdrawn")}</span> : undefined}
        actions={
          isOpen && (
            <>
              <Button onClick={() => setDoing("withdraw")}>{t("training.withdraw")}</Button>
              <Button onClick={() => setDoing("edit")}>{t("training.edit")}</Button>
              {held.way === "on-site" && (
                <>
                  <Button onClick={() => setDoing("enter")}>{t("training.enter")}</Button>
                  <DoorLink
                    door={{ to: "/chain/session/$id/code", params: { id: session.id } }}
                    className="btn pri"
                  >
                    {t("training.show-code")}
                  </DoorLink>
                </>
              )}
            </>
          )
        }
      />
      <div className="grid">
        <div className="c8 stack tops">
          <TookPart session={session} mayRemove={isOpen && held.way === "on-site"} />
        </div>
        <div className="c4 stack tops">
          <Card title={t("training.when")}>
            <SessionTimes held={held} />
            {held.way === "online" && (
              <p className="mt8">
                {t("training.test")}{" "}
                {t("training.test-sum", { n: held.questions, mark: held.passMark, tries: held.tries })}
              </p>
            )}
            {session.file !== null && (
              <p className="mt8">
                <a href={`/api/training-files/${session.file.id}`} download>
                  {t("own.download", { name: session.file.name })}
                </a>
              </p>
            )}
          </Card>
          {held.way === "online" && held.material !== "" && (
            <Card title={t("training.material")}>
              <p className="pre">{held.material}</p>
            </Card>
          )}
        </div>
      </div>
      {doing === "edit" && <EditSession detail={detail} onClose={close} />}
      {doing === "enter" && <EnterAttendance session={session} onClose={close} />}
      {doing === "withdraw" && <WithdrawSession session={session} onClose={close} />}
    </>
  );
}

function EditSession({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const trpc = useTRPC();
  const plan = useQuery(trpc.training.plan.queryOptions({ id: detail.session.plan }));
  return plan.data === undefined ? null : (
    <SessionForm plan={plan.data.plan} session={detail.session} onClose={onClose} />
  );
}

function WithdrawSession({ session, onClose }: { session: Detail["session"]; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const navigate = useNavigate();
  const withdraw = useMutation(
    trpc.training.withdrawSession.mutationOptions(
      saving(
        t("training.withdrawn-done"),
        () => void navigate({ to: "/chain/training/$id", params: { id: session.plan } }),
      ),
    ),
  );
  return (
    <ReasonModal
      title={t("training.withdraw-plan", { title: session.title })}
      hint={t("training.withdraw-hint")}
      action={t("training.withdraw")}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        withdraw.mutate({ txId: createTxId(), id: session.id, version: session.version, reason })
      }
    />
  );
}

function TookPart({ session, mayRemove }: { session: Detail["session"]; mayRemove: boolean }) {
  const { t } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const [removing, setRemoving] = useState<AttendanceRow>();
  const list = usePages("training.session", { id: session.id, ...toDays(scope), limit: 50 }, (input) =>
    api.training.session.query(input),
  );
  return (
    <Card flush title={t("training.took-part")} note={formatCount(list.total)}>
      <PagedRows
        list={list}
        empty={<Blank icon="person" title={t("training.nobody")} hint={t("training.nobody-hint")} />}
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("training.people")}</th>
                <th className="opt">{t("commitment.level")}</th>
                <th>{t("training.how")}</th>
                <th className="opt">{t("training.at")}</th>
                {mayRemove && <th />}
              </>
            }
          >
            {rows.map((row) => (
              <AttendanceLine
                key={row.official}
                row={row}
                onRemove={mayRemove ? () => setRemoving(row) : undefined}
              />
            ))}
          </SmallTable>
        )}
      </PagedRows>
      {removing !== undefined && (
        <RemoveAttendance session={session} row={removing} onClose={() => setRemoving(undefined)} />
      )}
    </Card>
  );
}

function AttendanceLine({ row, onRemove }: { row: AttendanceRow; onRemove: (() => void) | undefined }) {
  const { t, name } = useText();
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official } }}>{row.name}</DoorLink>
        <small>{row.unit}</small>
      </td>
      <td className="opt nw">{name("level", row.level)}</td>
      <td>
        <span className={row.way === "failed" ? "red" : ""}>
          {t(`training.${row.way}`, { by: row.enteredBy ?? "" })}
        </span>
        {row.right !== null && row.of !== null && (
          <small>{t("training.score-of", { right: row.right, of: row.of, tries: row.tries })}</small>
        )}
      </td>
      <td className="opt nw">{formatMoment(row.at)}</td>
      {onRemove !== undefined && (
        <td className="num">
          <button type="button" className="btn link sm" onClick={onRemove}>
            {t("training.remove")}
          </button>
        </td>
      )}
    </tr>
  );
}

function RemoveAttendance({
  session,
  row,
  onClose,
}: {
  session: Detail["session"];
  row: AttendanceRow;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const remove = useMutation(
    trpc.training.removeAttendance.mutationOptions(saving(t("training.remove-done"), onClose)),
  );
  return (
    <ReasonModal
      title={t("training.remove-of", { name: row.name })}
      action={t("training.remove")}
      danger
      pending={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        remove.mutate({ txId: createTxId(), session: session.id, official: row.official, reason })
      }
    />
  );
}
