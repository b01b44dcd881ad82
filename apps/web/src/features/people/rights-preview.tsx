import {
  type OperationId,
  type OperationInput,
  operations,
  type RightsPreview as Preview,
  type Role,
  toPlainDate,
} from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SectionTitle } from "../../components/card.js";
import { DayField } from "../../components/day-field.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { useToday } from "../../components/use-today.js";
import { useOperationName } from "../../text/use-operation-name.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { groupOperations, groupRefusals } from "./group-rights.js";

type Drafts = OperationInput<"grant.preview">["drafts"];

/** What a person could do on a day, with grants that are only drafted besides; nothing of any business is in it. */
export function RightsPreview({ person, drafts = [] }: { person?: string; drafts?: Drafts }) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const [day, setDay] = useState<string>();
  const query = useQuery(
    trpc.grant.preview.queryOptions({
      ...(person === undefined ? {} : { person }),
      drafts,
      ...(day === undefined ? {} : { on: toPlainDate(day) }),
    }),
  );
  return (
    <>
      <div className="row wrap mb12">
        <span className="t3 sm">{t("people.rights-on")}</span>
        <DayField label={t("people.rights-on")} value={day ?? today} onChange={setDay} />
      </div>
      <Notice>{t(drafts.length === 0 ? "people.preview-note" : "people.preview-draft-note")}</Notice>
      <QueryView query={query}>{(preview) => <Rights preview={preview} />}</QueryView>
    </>
  );
}

function Rights({ preview }: { preview: Preview }) {
  const { t, name, list } = useText();
  const nameOf = useOperationName();
  const mayOf = (id: string): readonly Role[] | "everyone" => operations[id as OperationId].may;
  // What everyone may, signing in and their own account, says nothing about this person.
  const told = preview.operations.filter(({ id }) => {
    const may = mayOf(id);
    return may !== "everyone" && !may.includes("public");
  });
  const allowed = told.filter((operation) => operation.allowed);
  const names = (ids: readonly string[]) => list([...new Set(ids.map(nameOf))]);
  return (
    <>
      <h3 className="sec-t mt16">{t("people.menus")}</h3>
      <div className="views menus">
        {preview.menus.map(({ area, shown }) => (
          <span key={area} className={shown ? "view on" : "view"}>
            {name("menu-area", area)}
            {!shown && <span className="sr">{t("people.menu-hidden")}</span>}
          </span>
        ))}
      </div>
      <p className="t3 sm mt4 mb12">{t("people.menus-note")}</p>
      <SectionTitle>{t("people.territories")}</SectionTitle>
      <p className="why mb12">
        {preview.territories.length === 0
          ? t("people.no-territory")
          : list(preview.territories.map((territory) => territory.name))}
      </p>
      <SectionTitle>{t("people.can-n", { n: allowed.length })}</SectionTitle>
      <ul className="yn">
        {groupOperations(allowed.map(({ id }) => id)).map(({ area, ids }) => (
          <li key={area}>
            <span>{t(`concept.${area}`)}</span>
            <span>{names(ids)}</span>
          </li>
        ))}
      </ul>
      <p className="t3 sm mt4">{t("people.everyone-may")}</p>
      <h3 className="sec-t mt16">{t("people.cannot")}</h3>
      <ul className="yn">
        {groupRefusals(
          told.filter((operation) => !operation.allowed).map(({ id }) => id),
          mayOf,
        ).map(({ roles, ids }) => (
          <li key={roles.join()}>
            <span>{t("people.needs-role", { roles: list(roles.map((role) => name("role", role))) })}</span>
            <span>{names(ids)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
