import type { BackupRow } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Reads a backup to its last byte and tells what it holds. */
export function CheckBackup({ backup, onClose }: { backup: BackupRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.backup.check.queryOptions(
      { name: backup.name },
      { gcTime: 0, retry: false, refetchOnWindowFocus: false },
    ),
  );
  return (
    <Modal
      open
      title={t("backup.check-of", { at: formatMoment(backup.createdAt) })}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t("app.close")}</Button>}
    >
      <QueryView query={query}>
        {(summary) => (
          <>
            <Notice tone="ok">{t("backup.whole")}</Notice>
            <dl className="dl mt12">
              <dt>{t("backup.tables")}</dt>
              <dd>{formatCount(summary.tables)}</dd>
              <dt>{t("backup.rows")}</dt>
              <dd>{formatCount(summary.rows)}</dd>
              <dt>{t("backup.files")}</dt>
              <dd>{formatCount(summary.files)}</dd>
              <dt>{t("backup.encryption")}</dt>
              <dd>{t(summary.encrypted ? "backup.encrypted" : "backup.plain")}</dd>
              <dt>{t("settings.version")}</dt>
              <dd>{summary.version}</dd>
            </dl>
          </>
        )}
      </QueryView>
    </Modal>
  );
}
