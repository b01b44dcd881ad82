import type { ChainNode, GapKind } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { sumGaps } from "./sum-gaps.js";

type Search = { view?: string | undefined; gap?: GapKind | undefined };

/** The office's territory as a tree with establishments and gaps counted at every node. */
export function ChainTree({ selected, view, gap }: { selected: ChainNode } & Search) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const root = useQuery(trpc.chain.tree.queryOptions(toDays(scope)));
  const search = { ...(view === undefined ? {} : { view }), ...(gap === undefined ? {} : { gap }) };
  return (
    <Card
      flush
      className="tree-card"
      label={t("chain.tree")}
      footer={<span className="block">{t("chain.tree-foot")}</span>}
    >
      <div className="tree-cols tree-top">
        <span>{t("chain.tree")}</span>
        <em>{t("chain.col-firms")}</em>
        <b>{t("chain.col-gaps")}</b>
      </div>
      {root.data === undefined ? (
        <LoadingRows rows={8} />
      ) : (
        <ul className="tree">
          <Branch
            node={root.data.self}
            depth={0}
            known={root.data.rows}
            selected={selected.code}
            search={search}
            isRoot
          />
        </ul>
      )}
    </Card>
  );
}

function Branch({
  node,
  depth,
  known,
  selected,
  search,
  isRoot = false,
}: {
  node: ChainNode;
  depth: number;
  known?: readonly ChainNode[];
  selected: string;
  search: Record<string, string>;
  isRoot?: boolean;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const [open, setOpen] = useState<boolean>();
  const shown = open ?? (isRoot || (selected.startsWith(node.code) && node.children > 0));
  const asked = useQuery(
    trpc.chain.tree.queryOptions(
      { parent: node.code, ...toDays(scope) },
      { enabled: shown && known === undefined && node.children > 0 },
    ),
  );
  const rows = known ?? asked.data?.rows;
  const gaps = sumGaps(node);
  const current = node.code === selected;
  return (
    <li>
      <div className={current ? "node cur" : "node"} style={{ paddingLeft: 4 + depth * 16 }}>
        {node.children > 0 && !isRoot ? (
          <button
            type="button"
            className="twist"
            aria-expanded={shown}
            aria-label={t(shown ? "chain.collapse" : "chain.expand", { name: node.name })}
            onClick={() => setOpen(!shown)}
          >
            <Icon name={shown ? "down" : "right"} small />
          </button>
        ) : (
          <i className="twist" />
        )}
        <DoorLink
          door={{ to: "/chain", search: { ...search, territory: isRoot ? undefined : node.code } }}
          title={node.name}
        >
          {node.name}
        </DoorLink>
        <em>{formatCount(node.establishments)}</em>
        <b className={gaps > 0 ? "gap" : ""}>{gaps > 0 ? formatCount(gaps) : ""}</b>
      </div>
      {shown && rows !== undefined && rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Branch key={row.code} node={row} depth={depth + 1} selected={selected} search={search} />
          ))}
        </ul>
      )}
    </li>
  );
}
