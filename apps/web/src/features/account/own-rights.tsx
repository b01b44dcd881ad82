import { Card } from "../../components/card.js";
import { Blank } from "../../components/notice.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";

/** Each grant in force, and the union that they make. */
export function OwnRights() {
  const { t, name, list } = useText();
  const { grants, reach } = useSession();
  return (
    <Card flush title={t("account.rights")} note={grants.length > 1 ? t("account.union") : undefined}>
      {grants.length === 0 ? (
        <Blank icon="person" title={t("account.no-grant")} hint={t("account.no-grant-hint")} />
      ) : (
        <table className="tbl">
          <thead>
            <tr>
              <th>{t("account.role")}</th>
              <th>{t("account.where")}</th>
              <th className="num">{t("account.days")}</th>
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <tr key={grant.id}>
                <td>{name("role", grant.leading ? "leading" : grant.role)}</td>
                <td>
                  {grant.place?.name ??
                    grant.establishment ??
                    (grant.official === null ? "" : t("account.own"))}
                </td>
                <td className="num">
                  {grant.to === null
                    ? t("account.from", { from: grant.from })
                    : t("account.from-to", { from: grant.from, to: grant.to })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reach.places.length > 0 && (
        <p className="card-note">
          {t("account.reach", { places: list(reach.places.map(({ name: place }) => place)) })}
        </p>
      )}
    </Card>
  );
}
