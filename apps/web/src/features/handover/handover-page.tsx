import { useSearch } from "@tanstack/react-router";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { TabLinks } from "../../components/tabs.js";
import { parseHandoverSearch } from "../../navigation/handover-search.js";
import { useText } from "../../text/use-text.js";
import { MadeHandovers } from "./made-handovers.js";
import { PrepareHandover } from "./prepare-handover.js";

/** Handing over when officials leave or move: preparing it, and those that were made. */
export function HandoverPage() {
  const { t } = useText();
  const search = parseHandoverSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const isMade = search.view === "made";
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/chain" }}>{t("nav.chain")}</DoorLink>}
        title={t("handover.title")}
      />
      <TabLinks
        label={t("handover.title")}
        tabs={[
          {
            key: "prepare",
            title: t("handover.prepare"),
            door: { to: "/chain/handover", search: { view: undefined, official: undefined } },
            on: !isMade,
          },
          {
            key: "made",
            title: t("handover.made"),
            door: { to: "/chain/handover", search: { view: "made", official: undefined } },
            on: isMade,
          },
        ]}
      />
      {isMade ? (
        <MadeHandovers />
      ) : (
        <PrepareHandover key={search.official ?? ""} official={search.official} />
      )}
    </>
  );
}
