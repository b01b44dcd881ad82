import type { AllocationMove, AllocationPreview, AllocationRun } from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { DoorLink, formatCount } from "../../components/figures.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { usePages } from "../../components/use-pages.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import type { Pin } from "./allocation-pins.js";

type Village = AllocationPreview["places"][number];
type Place = Village["grids"][number];

const isIn = (village: Village, place: Place | undefined): boolean =>
  place !== undefined &&
  (place.code === village.code || village.grids.some(({ code }) => code === place.code));

/** The moves by village and its grids, and one by one: all of them or those of the place chosen. */
export function AllocationMoves({
  run,
  preview,
  onPin,
}: {
  run: AllocationRun;
  preview: AllocationPreview;
  onPin: ((pin: Pin) => void) | undefined;
}) {
  const { t } = useText();
  const [place, setPlace] = useState<Place>();
  const total = preview.added + preview.moved;
  if (total === 0) return null;
  const shown = place === undefined ? total : place.added + place.moved;
  return (
    <>
      <h3 className="mt16">{t("allocation.by-place")}</h3>
      <div className="scroll-x allocation-places">
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("allocation.place")}</th>
              <th className="num">{t("allocation.moved")}</th>
              <th className="num">{t("allocation.added")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.places.map((village) =>
              [village, ...(isIn(village, place) ? village.grids : [])].map((one) => (
                <tr key={one.code}>
                  <td className={one === village ? "" : "allocation-grid"}>
                    <button
                      type="button"
                      className="btn link"
                      aria-pressed={one.code === place?.code}
                      onClick={() => setPlace(one.code === place?.code ? undefined : one)}
                    >
                      {one.name === "" ? t("allocation.no-place") : one.name}
                    </button>
                  </td>
                  <td className="num">{formatCount(one.moved)}</td>
                  <td className="num">{formatCount(one.added)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <div className="row wrap mt16">
        <h3>
          {place === undefined
            ? t("allocation.changes", { n: formatCount(shown) })
            : t("allocation.changes-in", { place: place.name, n: formatCount(shown) })}
        </h3>
        {place !== undefined && (
          <Button size="small" onClick={() => setPlace(undefined)}>
            {t("allocation.all-places")}
          </Button>
        )}
      </div>
      <MoveRows id={run.id} place={place?.code} onPin={onPin} />
    </>
  );
}

function MoveRows({
  id,
  place,
  onPin,
}: {
  id: string;
  place: string | undefined;
  onPin: ((pin: Pin) => void) | undefined;
}) {
  const { t } = useText();
  const api = useTRPCClient();
  const list = usePages(
    "allocation.moves",
    { id, limit: 50, ...(place === undefined ? {} : { place }) },
    (input) => api.allocation.moves.query(input),
  );
  return (
    <PagedRows list={list} empty={null}>
      {(rows: readonly AllocationMove[]) => (
        <SmallTable
          className="edge"
          head={
            <>
              <th>{t("allocation.firm")}</th>
              <th>{t("allocation.by")}</th>
              <th>{t("allocation.to")}</th>
              {onPin !== undefined && <th aria-label={t("allocation.keep")} />}
            </>
          }
        >
          {rows.map(({ establishment, from, to }) => (
            <tr key={establishment.id}>
              <td>
                <DoorLink door={{ to: "/registry/$id", params: { id: establishment.id } }}>
                  {establishment.name}
                </DoorLink>{" "}
                <span className="t3">{establishment.placeName}</span>
              </td>
              <td className="nw">
                {from === null ? (
                  <span className="red">{t("allocation.nobody")}</span>
                ) : (
                  <>
                    {from.name} <span className="t3">{formatCount(from.load)}</span>
                  </>
                )}
              </td>
              <td className="nw">
                {to.name} <span className="t3">{formatCount(to.load)}</span>
              </td>
              {onPin !== undefined && (
                <td className="num">
                  {from !== null && (
                    <Button
                      size="small"
                      title={t("allocation.keep-hint", { official: from.name })}
                      onClick={() => onPin({ establishment, official: from })}
                    >
                      {t("allocation.keep")}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </SmallTable>
      )}
    </PagedRows>
  );
}
