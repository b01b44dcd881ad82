import type { BackupRow } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { Icon } from "../../components/icon.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { StatusMark } from "../../components/status-mark.js";
import { IfMay } from "../../session/use-session.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { BackupProgress } from "./backup-progress.js";
import { CheckBackup } from "./check-backup.js";
import { formatBytes } from "./format-bytes.js";

/** Backups in the server's folder: made, checked to the last byte, removed. */
export function BackupPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.backup.list.queryOptions({}));
  const [jobId, setJobId] = useState<string>();
  const [making, setMaking] = useState(false);
  const [checking, setChecking] = useState<BackupRow>();
  const [removing, setRemoving] = useState<BackupRow>();
  return (
    <>
      <PageHead
        title={t("nav.backup")}
        sub={
          query.data !== undefined && t("backup.sub", { n: query.data.rows.length, keep: query.data.keep })
        }
        actions={
          <IfMay operation="backup.create">
            <button
              type="button"
              className="btn pri"
              disabled={query.data === undefined}
              onClick={() => setMaking(true)}
            >
              <Icon name="plus" />
              {t("backup.make")}
            </button>
          </IfMay>
        }
      />
      {jobId !== undefined && <BackupProgress jobId={jobId} />}
      <Card flush footer={t("backup.restore-note")}>
        <QueryView query={query}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Blank icon="file" title={t("backup.empty")} hint={t("backup.empty-hint")} />
            ) : (
              <div className="scroll-x">
                <table className="tbl s">
                  <thead>
                    <tr>
                      <th>{t("backup.made-at")}</th>
                      <th className="num">{t("backup.size")}</th>
                      <th className="opt">{t("backup.encryption")}</th>
                      <th className="opt">{t("settings.version")}</th>
                      <th aria-label={t("backup.check")} />
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.name}>
                        <td>
                          {formatMoment(row.createdAt)}
                          <small className="code">{row.name}</small>
                        </td>
                        <td className="num">{formatBytes(row.bytes)}</td>
                        <td className="opt">
                          <StatusMark tone={row.encrypted ? "ok" : "closed"}>
                            {t(row.encrypted ? "backup.encrypted" : "backup.plain")}
                          </StatusMark>
                        </td>
                        <td className="opt">{row.version}</td>
                        <td className="num">
                          <span className="row acts">
                            <IfMay operation="backup.check">
                              <button type="button" className="btn sm" onClick={() => setChecking(row)}>
                                {t("backup.check")}
                              </button>
                            </IfMay>
                            <IfMay operation="backup.remove">
                              <button type="button" className="btn sm" onClick={() => setRemoving(row)}>
                                {t("backup.remove")}
                              </button>
                            </IfMay>
                          </span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </QueryView>
      </Card>
      {making && query.data !== undefined && (
        <MakeBackup
          canEncrypt={query.data.canEncrypt}
          onClose={() => setMaking(false)}
          onJob={(id) => {
            setMaking(false);
            setJobId(id);
          }}
        />
      )}
      {checking !== undefined && <CheckBackup backup={checking} onClose={() => setChecking(undefined)} />}
      {removing !== undefined && <RemoveBackup backup={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function MakeBackup({
  canEncrypt,
  onClose,
  onJob,
}: {
  canEncrypt: boolean;
  onClose: () => void;
  onJob: (jobId: string) => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const [encrypted, setEncrypted] = useState(canEncrypt);
  const create = useMutation(trpc.backup.create.mutationOptions({ onSuccess: ({ jobId }) => onJob(jobId) }));
  return (
    <Modal
      open
      title={t("backup.make")}
      okText={t("backup.make")}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => create.mutate({ txId: createTxId(), encrypted })}
      onCancel={onClose}
    >
      <Refusal error={create.error} />
      <p className="t2 mb12">{t("backup.make-hint")}</p>
      <Checkbox
        checked={encrypted}
        disabled={!canEncrypt}
        onChange={(event) => setEncrypted(event.target.checked)}
      >
        {t("backup.encrypt")}
      </Checkbox>
      {!canEncrypt && (
        <div className="mt12">
          <Notice tone="warn">{t("backup.cannot-encrypt")}</Notice>
        </div>
      )}
    </Modal>
  );
}

function RemoveBackup({ backup, onClose }: { backup: BackupRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const remove = useMutation(trpc.backup.remove.mutationOptions(saving(t("backup.removed"), onClose)));
  return (
    <Modal
      open
      title={t("backup.remove")}
      okText={t("backup.remove")}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onOk={() => remove.mutate({ txId: createTxId(), name: backup.name })}
      onCancel={onClose}
    >
      <Refusal error={remove.error} />
      <p>
        {t("backup.remove-hint", {
          at: formatMoment(backup.createdAt),
          size: formatBytes(backup.bytes),
        })}
      </p>
      <p className="t3 sm code mt8">{backup.name}</p>
    </Modal>
  );
}
