import {
  type AllocatedGap,
  allocatedGaps,
  type ChainNode,
  type GapKind,
  type GapRow,
  gapKinds,
  pairingGrades,
  renderProblem,
} from "@shian/domain";
import { Button } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { useScope } from "../../navigation/use-scope.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { findRemedyDoor } from "./find-remedy-door.js";

const tones: Record<GapKind, Tone> = {
  nobody: "overdue",
  "wrong-level": "at-risk",
  "outside-jurisdiction": "at-risk",
  "no-commitment": "at-risk",
  "annex-unacknowledged": "at-risk",
  overload: "at-risk",
  "no-work": "closed",
  "business-arm": "at-risk",
};

/** The gaps of one territory: how many of each kind, and the rows. */
export function GapsView({ node, kind }: { node: ChainNode; kind: GapKind | undefined }) {
  const { t, name } = useText();
  const grades = [...pairingGrades, "none" as const].filter((grade) => (node.byGrade[grade] ?? 0) > 0);
  return (
    <>
      <Card
        flush
        className="mb16"
        title={node.name}
        note={
          <span className="row wrap">
            {t("chain.node-note", { n: formatCount(node.establishments) })}
            {grades.map((grade) => (
              <span className="row gap4" key={grade}>
                <GradeSquare grade={grade} /> {formatCount(node.byGrade[grade] ?? 0)}
              </span>
            ))}
          </span>
        }
        right={<span className="t3 sm">{t("chain.node-officials", { n: formatCount(node.officials) })}</span>}
      >
        <div className="gaps">
          {gapKinds.map((one) => (
            <DoorLink
              key={one}
              door={{ to: "/chain", search: { gap: one === kind ? undefined : one } }}
              className={one === kind ? "gapc on" : "gapc"}
            >
              <span>{name("gap", one)}</span>
              <b
                className={node.gaps[one] === 0 ? "t3" : one === "nobody" ? "red" : "amber"}
                data-testid={`gap-${one}`}
              >
                {formatCount(node.gaps[one])}
              </b>
              <small>{t(`chain.gap-${one}-hint`)}</small>
            </DoorLink>
          ))}
        </div>
      </Card>
      <GapList node={node} kind={kind} />
    </>
  );
}

function GapList({ node, kind }: { node: ChainNode; kind: GapKind | undefined }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const query = usePages(
    "chain.gaps",
    { ...scope, ...(kind === undefined ? {} : { kind }), limit: 50 },
    (input) => api.chain.gaps.query(input),
  );
  const rows = query.rows;
  const total = query.total;
  return (
    <Card
      flush
      title={kind === undefined ? t("chain.gaps-all") : name("gap", kind)}
      note={total > 0 ? formatCount(total) : undefined}
      right={total > 0 && <AllocateAll kind={kind} />}
    >
      {query.isError && rows === undefined && (
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <LoadingRows rows={8} />}
      {rows?.length === 0 &&
        (node.officials === 0 && node.establishments === 0 ? (
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
        ) : (
          <Blank
            icon="check"
            tone="good"
            title={t("chain.gaps-none", { place: node.name })}
            hint={t("chain.gaps-none-hint")}
          />
        ))}
      {rows !== undefined && rows.length > 0 && (
        <div className="scroll-x">
          <table className="tbl">
            <thead>
              <tr>
                <th>{t("chain.gap-whose")}</th>
                <th>{t("chain.gap-kind")}</th>
                <th className="opt">{t("chain.gap-reason")}</th>
                <th className="num opt">{t("chain.gap-since")}</th>
                <th className="num" aria-label={t("chain.gap-remedy")} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <GapLine
                  key={`${row.kind} ${row.establishment?.id ?? ""} ${row.official?.id ?? ""}`}
                  row={row}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <div className="foot-note">
          <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("state.more", { n: Math.min(50, total - (rows?.length ?? 0)) })}
          </Button>
        </div>
      )}
    </Card>
  );
}

const isAllocated = (kind: GapKind): kind is AllocatedGap =>
  (allocatedGaps as readonly GapKind[]).includes(kind);

/** Allocation for all that have the kind of gap shown, or any that allocating closes. */
function AllocateAll({ kind }: { kind: GapKind | undefined }) {
  const { t } = useText();
  if (kind !== undefined && !isAllocated(kind)) return null;
  const gaps = kind === undefined ? allocatedGaps : [kind];
  return (
    <DoorLink door={{ to: "/chain", search: { view: "allocation", gaps } }} className="btn sm">
      {t("chain.allocate-gaps")}
    </DoorLink>
  );
}

/** What closes the gap, for who may do it. */
function Remedy({ row }: { row: GapRow }) {
  const { t } = useText();
  const { may } = useSession();
  const found = findRemedyDoor(row);
  if (found === undefined || !may(found.operation)) return null;
  return (
    <DoorLink door={found.door} className="btn sm">
      {t(`chain.remedy-${found.remedy}`)}
    </DoorLink>
  );
}

function GapLine({ row }: { row: GapRow }) {
  const { locale, name, clauses, t } = useText();
  return (
    <tr>
      <td>
        {row.establishment !== null && (
          <span className="row">
            <GradeSquare grade={row.establishment.grade} />
            <ReviewMark of={row.establishment.id} />
            <span>
              <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment.id } }}>
                {row.establishment.name}
              </DoorLink>
              <small>{row.establishment.placeName}</small>
            </span>
          </span>
        )}
        {row.official !== null && (
          <span className={row.establishment === null ? "" : "t3 sm"}>
            <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official.id } }}>
              {row.official.name}
            </DoorLink>
            <small>{clauses(name("level", row.official.level), row.official.unit)}</small>
          </span>
        )}
      </td>
      <td className="nw">
        <StatusMark tone={tones[row.kind]}>{name("gap", row.kind)}</StatusMark>
        <small className="phone-only wrap-text">{renderProblem(row.reason, locale)}</small>
      </td>
      <td className="opt t2">{renderProblem(row.reason, locale)}</td>
      <td className="num nw opt t3">{row.since ?? ""}</td>
      <td className="num nw">
        {row.left !== null && (
          <DoorLink
            door={{ to: "/chain/handover", search: { official: row.left.id } }}
            className="btn sm"
            title={t("handover.of-gap", { name: row.left.name })}
          >
            {t("handover.prepare")}
          </DoorLink>
        )}{" "}
        <Remedy row={row} />
      </td>
    </tr>
  );
}
