import { useSearch } from "@tanstack/react-router";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { TabLinks } from "../../components/tabs.js";
import { parseDirectorySearch } from "../../navigation/directory-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { PeopleView } from "./people-view.js";
import { PlacesView } from "./places-view.js";

/** Who answers where besides the pairing officials: by place with what is absent, and by person. */
export function DirectoryPage() {
  const { t, locale } = useText();
  const scope = useScope();
  const search = parseDirectorySearch(useSearch({ strict: false }) as Record<string, unknown>);
  const isPeople = search.view === "people";
  const file = new URLSearchParams({
    locale,
    ...scope,
    ...(search.kind === undefined ? {} : { kind: search.kind }),
    ...(search.search === undefined ? {} : { search: search.search }),
  });
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/chain" }}>{t("nav.chain")}</DoorLink>}
        title={t("directory.title")}
        actions={(["docx", "xlsx"] as const).map((format) => (
          <a key={format} className="btn" href={`/api/papers/directory.${format}?${file}`} download>
            <Icon name="download" />
            {t(format === "docx" ? "directory.word" : "directory.excel")}
          </a>
        ))}
      />
      <TabLinks
        label={t("directory.title")}
        tabs={[
          {
            key: "places",
            title: t("directory.places"),
            door: { to: "/chain/directory" },
            on: !isPeople,
          },
          {
            key: "people",
            title: t("directory.people"),
            door: { to: "/chain/directory", search: { view: "people" } },
            on: isPeople,
          },
        ]}
      />
      {isPeople ? <PeopleView search={search} /> : <PlacesView search={search} />}
    </>
  );
}
