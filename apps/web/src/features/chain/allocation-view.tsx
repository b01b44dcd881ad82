import { type AllocationPreview, type ChainNode, label } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { Tag } from "../../components/status-mark.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** What an allocation would change, level by level, before it is applied. */
export function AllocationView({ node }: { node: ChainNode }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const scope = useScope();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const input = scope.territory === undefined ? {} : { territory: scope.territory };
  const plan = useQuery(trpc.chain.planAllocation.queryOptions(input, { staleTime: 0 }));
  const apply = useMutation(
    trpc.chain.allocate.mutationOptions({
      onSuccess: async (done) => {
        void message.success(
          t("allocation.done", { added: formatCount(done.added), moved: formatCount(done.moved) }),
        );
        await client.invalidateQueries();
      },
    }),
  );
  const changes = plan.data === undefined ? 0 : plan.data.added + plan.data.moved;
  return (
    <Card
      title={t("allocation.title")}
      note={plan.data !== undefined && t("allocation.note", { place: node.name, date: plan.data.from })}
      right={<Tag tone="info">{t("allocation.not-yet")}</Tag>}
      footer={
        plan.data !== undefined && (
          <>
            <span>{changes === 0 ? t("allocation.nothing") : t("allocation.consequence")}</span>
            <span className="r">
              <Button
                type="primary"
                disabled={changes === 0}
                loading={apply.isPending}
                onClick={() => apply.mutate({ txId: createTxId(), ...input })}
              >
                {t("allocation.apply", { n: formatCount(changes) })}
              </Button>
            </span>
          </>
        )
      }
    >
      {apply.isError && (
        <div className="mb12">
          <Notice tone="over">{sentences(apply.error).join("")}</Notice>
        </div>
      )}
      <QueryView query={plan}>{(preview) => <Preview preview={preview} />}</QueryView>
    </Card>
  );
}

function Preview({ preview }: { preview: AllocationPreview }) {
  const { t, locale, name } = useText();
  if (preview.levels.every((level) => level.officials === 0))
    return (
      <Blank
        icon="person"
        title={t("chain.started-empty")}
        hint={t("chain.started-empty-hint")}
        actions={
          <DoorLink door={{ to: "/registry/import", search: { kind: "officials" } }} className="btn pri">
            {t("overview.start-3")}
          </DoorLink>
        }
      />
    );
  const most = Math.max(...preview.levels.flatMap((level) => [level.before.largest, level.after.largest]), 1);
  const reasons = new Map<string, number>();
  for (const { reason } of preview.unassigned) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const figures = [
    { key: "assigned", caption: t("allocation.assigned"), n: preview.assigned },
    { key: "added", caption: t("allocation.added"), n: preview.added },
    { key: "moved", caption: t("allocation.moved"), n: preview.moved },
    { key: "unassigned", caption: t("allocation.unassigned"), n: preview.unassigned.length },
  ];
  return (
    <>
      <p className="t3 mb12">{t("allocation.rule")}</p>
      <div className="ba four">
        {figures.map((figure) => (
          <div className="kv" key={figure.key}>
            <span>{figure.caption}</span>
            <b className={figure.key === "unassigned" && figure.n > 0 ? "red" : ""}>
              {formatCount(figure.n)} {t("common.unit-firms")}
            </b>
          </div>
        ))}
      </div>
      <div className="scroll-x mt16">
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("allocation.level")}</th>
              <th className="num">{t("allocation.officials")}</th>
              <th className="num">{t("allocation.firms")}</th>
              <th>{t("allocation.range")}</th>
              <th className="num opt">{t("allocation.idle")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.levels
              .filter((level) => level.officials > 0 || level.before.assigned > 0)
              .map((level) => (
                <tr key={level.level}>
                  <td className="nw">{name("level", level.level)}</td>
                  <td className="num">{formatCount(level.officials)}</td>
                  <td className="num nw">
                    <BeforeAfter before={level.before.assigned} after={level.after.assigned} />
                  </td>
                  <td style={{ minWidth: 220 }}>
                    <Range
                      caption={t("allocation.before")}
                      least={level.before.smallest}
                      most={level.before.largest}
                      full={most}
                      fill="var(--ant-color-text-quaternary)"
                    />
                    <Range
                      caption={t("allocation.after")}
                      least={level.after.smallest}
                      most={level.after.largest}
                      full={most}
                      fill="var(--ant-color-primary)"
                    />
                  </td>
                  <td className="num nw opt">
                    <BeforeAfter before={level.before.idle} after={level.after.idle} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {preview.unassigned.length > 0 && (
        <div className="why miss mt16">
          <b>{t("allocation.left", { n: formatCount(preview.unassigned.length) })}</b>
          <ul>
            {[...reasons].map(([reason, n]) => (
              <li key={reason}>
                {label(`unassigned/${reason}`, locale)} · {formatCount(n)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function BeforeAfter({ before, after }: { before: number; after: number }) {
  if (before === after) return formatCount(after);
  return (
    <>
      <span className="t3">{formatCount(before)} →</span> <b>{formatCount(after)}</b>
    </>
  );
}

function Range({
  caption,
  least,
  most,
  full,
  fill,
}: {
  caption: string;
  least: number;
  most: number;
  full: number;
  fill: string;
}) {
  return (
    <div className="range">
      <span className="t3">{caption}</span>
      <div className="bar">
        <i
          style={{
            left: `${(least / full) * 100}%`,
            width: `${Math.max(1.5, ((most - least) / full) * 100)}%`,
            background: fill,
          }}
        />
      </div>
      <span className="num">{`${least}–${most}`}</span>
    </div>
  );
}
