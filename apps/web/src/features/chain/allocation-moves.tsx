import type { AllocationPreview } from "@shian/domain";
import { DoorLink, formatCount } from "../../components/figures.js";
import { MoreRows } from "../../components/more-rows.js";
import { useText } from "../../text/use-text.js";

/** The most rows that one answer holds. */
const MOST = 200;

/** The moves by grid or village, and one by one. */
export function AllocationMoves({
  preview,
  loading,
  onMore,
}: {
  preview: AllocationPreview;
  loading: boolean;
  onMore: () => void;
}) {
  const { t } = useText();
  const total = preview.added + preview.moved;
  if (total === 0) return null;
  return (
    <>
      <h3 className="mt16">{t("allocation.by-place")}</h3>
      <div className="scroll-x" style={{ maxHeight: 280, overflowY: "auto" }}>
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("allocation.place")}</th>
              <th className="num">{t("allocation.moved")}</th>
              <th className="num">{t("allocation.added")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.places.map((place) => (
              <tr key={place.code}>
                <td>{place.name}</td>
                <td className="num">{formatCount(place.moved)}</td>
                <td className="num">{formatCount(place.added)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="mt16">{t("allocation.changes", { n: formatCount(total) })}</h3>
      <div className="scroll-x">
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("allocation.firm")}</th>
              <th>{t("allocation.by")}</th>
              <th>{t("allocation.to")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.moves.map(({ establishment, from, to }) => (
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
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows
        shown={preview.moves.length}
        total={Math.min(total, MOST)}
        loading={loading}
        onMore={onMore}
      />
      {total > MOST && preview.moves.length >= MOST && (
        <p className="t3">{t("allocation.rest", { n: formatCount(total - MOST) })}</p>
      )}
    </>
  );
}
