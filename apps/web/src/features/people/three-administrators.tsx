import { type AdministratorRole, administratorRoles } from "@shian/domain";
import { useQueries } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { Icon, type IconName } from "../../components/icon.js";
import { StatusMark } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

const icons: Record<AdministratorRole, IconName> = { system: "settings", security: "shield", audit: "eye" };

/** The three administrators kept apart: who they are, what each does, and what none of them may. */
export function ThreeAdministrators() {
  const { t, name, list } = useText();
  const trpc = useTRPC();
  const queries = useQueries({
    queries: administratorRoles.map((role) => trpc.people.list.queryOptions({ role, limit: 5 })),
  });
  const counts = queries.map(({ data }) => data?.total);
  const missing = administratorRoles.filter((_role, index) => counts[index] === 0);
  return (
    <Card
      flush
      className="mb16"
      title={t("people.apart")}
      right={
        counts.every((count) => count !== undefined) &&
        (missing.length === 0 ? (
          <StatusMark tone="ok">
            {counts.every((count) => count === 1) ? t("people.one-each") : t("people.apart-kept")}
          </StatusMark>
        ) : (
          <StatusMark tone="overdue">
            {t("people.nobody-is", { roles: list(missing.map((role) => name("role", role))) })}
          </StatusMark>
        ))
      }
    >
      <div className="three">
        {administratorRoles.map((role, index) => (
          <div key={role}>
            <h3>
              <Icon name={icons[role]} />
              {name("role", role)}
            </h3>
            <p>
              <b>{list(queries[index]?.data?.rows.map((person) => person.name) ?? [])}</b>{" "}
              {t(`people.does-${role}`)}
            </p>
            <p className="t3">{t(`people.never-${role}`)}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}
