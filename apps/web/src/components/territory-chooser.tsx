import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { formatCount } from "./figures.js";
import { Icon } from "./icon.js";
import { LoadingRows } from "./loading.js";

type Place = { code: string; name: string };
type Row = Place & { path?: string; establishments: number; children: number };

/** Finds a place by name or code, or walks down the tree level by level. */
export function TerritoryChooser({
  root,
  value,
  onChoose,
}: {
  root: Place;
  value?: string | undefined;
  onChoose: (code: string) => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [trail, setTrail] = useState<Place[]>([root]);
  const parent = trail.at(-1) ?? root;
  const searching = text.trim() !== "";
  const level = useQuery(
    trpc.territory.list.queryOptions({ parent: parent.code }, { enabled: !searching, staleTime: 60_000 }),
  );
  const found = useQuery(
    trpc.territory.search.queryOptions({ text: text.trim(), limit: 20 }, { enabled: searching }),
  );
  const rows: Row[] | undefined = searching ? found.data?.rows : level.data?.rows;
  return (
    <div className="chooser">
      <Input
        allowClear
        autoFocus
        prefix={<Icon name="search" small />}
        placeholder={t("scope.search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t("scope.search")}
      />
      {!searching && (
        <div className="chooser-trail">
          {trail.map((place, index) => (
            <span key={place.code}>
              {index > 0 && <span className="t3"> / </span>}
              <button
                type="button"
                className={index === trail.length - 1 ? "btn link strong" : "btn link"}
                onClick={() =>
                  index === trail.length - 1 ? onChoose(place.code) : setTrail(trail.slice(0, index + 1))
                }
              >
                {place.name}
              </button>
            </span>
          ))}
        </div>
      )}
      <ul className="chooser-list" aria-label={t("scope.title")}>
        {!searching && (
          <li>
            <button
              type="button"
              className={parent.code === value ? "node cur" : "node"}
              onClick={() => onChoose(parent.code)}
            >
              <span>{t("scope.all-of", { name: parent.name })}</span>
            </button>
          </li>
        )}
        {rows?.map((row) => (
          <li key={row.code}>
            <button
              type="button"
              className={row.code === value ? "node cur" : "node"}
              onClick={() => onChoose(row.code)}
            >
              <span>
                {row.name}
                {searching && row.path !== undefined && <small className="t3"> {row.path}</small>}
              </span>
              <em>{formatCount(row.establishments)}</em>
            </button>
            {!searching && row.children > 0 && (
              <button
                type="button"
                className="btn text icon sm"
                aria-label={t("scope.down", { name: row.name })}
                onClick={() => setTrail([...trail, row])}
              >
                <Icon name="right" small />
              </button>
            )}
          </li>
        ))}
      </ul>
      {rows === undefined && <LoadingRows rows={4} />}
      {searching && rows?.length === 0 && <p className="t3 sm chooser-none">{t("scope.nothing")}</p>}
    </div>
  );
}
