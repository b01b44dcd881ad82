import type { ImportRow } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { CompareTable } from "../../components/compare-table.js";
import { DoorLink } from "../../components/figures.js";
import { QueryView } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** A held row beside each establishment that it may mean, and the decision to update one of them. */
export function CompareRow({
  runId,
  row,
  onUpdate,
  onClose,
}: {
  runId: string;
  row: Pick<ImportRow, "row" | "name" | "decisions">;
  onUpdate?: (target: string) => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.import.compare.queryOptions({ runId, row: row.row }));
  const mayUpdate = row.decisions.includes("update") && onUpdate !== undefined;
  return (
    <Modal open title={row.name} footer={null} width={880} onCancel={onClose}>
      <QueryView query={query}>
        {({ candidates, fields }) =>
          candidates.length === 0 ? (
            <p className="t3">{t("import.no-candidates")}</p>
          ) : (
            <CompareTable
              fields={fields}
              heads={[
                t("import.this-row"),
                ...candidates.map((candidate) => (
                  <span key={candidate.id} className="row wrap">
                    <DoorLink door={{ to: "/registry/$id", params: { id: candidate.id } }} className="link">
                      {candidate.name}
                    </DoorLink>
                    {mayUpdate && (
                      <Button size="small" onClick={() => onUpdate(candidate.id)}>
                        {t("import.update-this")}
                      </Button>
                    )}
                  </span>
                )),
              ]}
            />
          )
        }
      </QueryView>
    </Modal>
  );
}
