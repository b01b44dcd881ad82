import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { TabLinks } from "../../components/tabs.js";
import { parseDirectorySearch } from "../../navigation/directory-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { GroupsView } from "./groups-view.js";
import { PeopleView } from "./people-view.js";
import { PlacesView } from "./places-view.js";
import { PostForm } from "./post-form.js";

/** Who answers where besides the pairing officials: by place with what is absent, and by person. */
export function DirectoryPage() {
  const { t, locale } = useText();
  const scope = useScope();
  const search = parseDirectorySearch(useSearch({ strict: false }) as Record<string, unknown>);
  const { view = "places" } = search;
  const [adding, setAdding] = useState(false);
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
        actions={
          <>
            {(["docx", "xlsx"] as const).map((format) => (
              <a key={format} className="btn" href={`/api/papers/directory.${format}?${file}`} download>
                <Icon name="download" />
                {t(format === "docx" ? "directory.word" : "directory.excel")}
              </a>
            ))}
            <IfMay operation="import.preview">
              <DoorLink
                door={{
                  to: "/registry/import",
                  search: { kind: view === "groups" ? "groups" : "duties" },
                }}
                className="btn"
              >
                <Icon name="upload" />
                {t("directory.import")}
              </DoorLink>
            </IfMay>
            <IfMay operation="directory.add">
              <Button type="primary" onClick={() => setAdding(true)}>
                {t("directory.add")}
              </Button>
            </IfMay>
          </>
        }
      />
      <TabLinks
        label={t("directory.title")}
        tabs={[
          {
            key: "places",
            title: t("directory.places"),
            door: { to: "/chain/directory" },
            on: view === "places",
          },
          {
            key: "people",
            title: t("directory.people"),
            door: { to: "/chain/directory", search: { view: "people" } },
            on: view === "people",
          },
          {
            key: "groups",
            title: t("directory.groups"),
            door: { to: "/chain/directory", search: { view: "groups" } },
            on: view === "groups",
          },
        ]}
      />
      {view === "people" && <PeopleView search={search} />}
      {view === "places" && <PlacesView search={search} />}
      {view === "groups" && <GroupsView />}
      {adding && <PostForm onClose={() => setAdding(false)} />}
    </>
  );
}
