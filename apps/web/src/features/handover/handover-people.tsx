import type { HandoverParty } from "@shian/domain";
import { DoorLink, formatCount } from "../../components/figures.js";
import { useText } from "../../text/use-text.js";

/** What an official has to do afterwards, and what ends for them. */
export function usePartyWords(): (party: HandoverParty) => readonly string[] {
  const { t, list } = useText();
  return (party) => [
    ...(party.kept > 0 ? [t("handover.kept-n", { n: party.kept })] : []),
    ...(party.unassigned > 0 ? [t("handover.unassigned-n", { n: party.unassigned })] : []),
    ...(party.endedYears.length > 0
      ? [t("handover.ends", { years: list(party.endedYears.map(String)) })]
      : []),
    ...(party.standIns.length > 0 ? [t("handover.stand-ins", { names: list(party.standIns) })] : []),
    ...(party.visitsSince > 0 ? [t("handover.visits-since", { n: party.visitsSince })] : []),
    ...(party.signs ? [t("handover.sign")] : []),
    ...(party.acknowledges ? [t("handover.acknowledge")] : []),
  ];
}

/** Everybody whom the handover touches, before and after it. */
export function HandoverPeople({ parties }: { parties: readonly HandoverParty[] }) {
  const { t, name, clauses } = useText();
  const words = usePartyWords();
  return (
    <div className="scroll-x" style={{ maxHeight: 460, overflowY: "auto" }}>
      <table className="tbl s edge figures-phone">
        <thead>
          <tr>
            <th>{t("handover.person")}</th>
            <th>{t("handover.role")}</th>
            <th className="num">{t("handover.load")}</th>
            <th className="num opt">{t("handover.visits")}</th>
            <th className="opt">{t("handover.to-do")}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party.id}>
              <td>
                <DoorLink door={{ to: "/chain/official/$id", params: { id: party.id } }}>
                  {party.name}
                </DoorLink>
                <small>{clauses(party.unit, party.post)}</small>
              </td>
              <td className="nw" data-label={t("handover.role")}>
                {name("handover-role", party.role)}
                {party.next !== null && <small>{clauses(party.next.unit, party.next.post)}</small>}
              </td>
              <td className="num nw" data-label={t("handover.load")}>
                <span className="t3">{formatCount(party.before)} →</span> {formatCount(party.after)}
              </td>
              <td className="num opt" data-label={t("handover.visits")}>
                {formatCount(party.dueVisits)}
                {party.missedVisits > 0 && (
                  <small className="red nw">{t("handover.missed-n", { n: party.missedVisits })}</small>
                )}
              </td>
              <td className="opt full" data-label={t("handover.to-do")}>
                {words(party).map((word) => (
                  <small className="block" key={word}>
                    {word}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
