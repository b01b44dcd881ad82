import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import type { Door } from "../components/figures.js";
import { Icon, type IconName } from "../components/icon.js";
import { useSession } from "../session/use-session.js";
import type { TextKey } from "../text/texts.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { isCurrent, listEntries, type MenuEntry } from "./menu-entries.js";

const isOpen = (door: Door, entries: readonly MenuEntry[]) =>
  entries.some((entry) => isCurrent(entry, door.to));

type Entry = { key: string; group: string; title: string; detail?: string; icon: IconName; door: Door };
type Hit = {
  kind: "establishment" | "official" | "territory" | "item";
  id: string;
  title: string;
  detail: string;
};

const pages: readonly { title: TextKey; icon: IconName; door: Door; words: string }[] = [
  { title: "nav.overview", icon: "home", door: { to: "/" }, words: "zonglan zl overview home" },
  { title: "nav.registry", icon: "shop", door: { to: "/registry" }, words: "zhuti zt registry" },
  { title: "nav.import", icon: "upload", door: { to: "/registry/import" }, words: "daoru dr import" },
  { title: "nav.chain", icon: "chain", door: { to: "/chain" }, words: "zeren zr chain gaps" },
  {
    title: "nav.officials",
    icon: "person",
    door: { to: "/chain", search: { view: "officials" } },
    words: "ganbu gb officials",
  },
  { title: "nav.visits", icon: "visit", door: { to: "/visits" }, words: "dudao dd visits coverage" },
  {
    title: "nav.evaluation",
    icon: "target",
    door: { to: "/evaluation" },
    words: "chuangcheng cc evaluation rubric score",
  },
  { title: "nav.settings", icon: "settings", door: { to: "/settings" }, words: "shezhi sz settings" },
];

const hitIcon: Record<Hit["kind"], IconName> = {
  establishment: "shop",
  official: "person",
  territory: "place",
  item: "target",
};

function toDoor(hit: Hit): Door {
  switch (hit.kind) {
    case "establishment":
      return { to: "/registry/$id", params: { id: hit.id } };
    case "official":
      return { to: "/chain/official/$id", params: { id: hit.id } };
    case "territory":
      return { to: "/registry", search: { territory: hit.id } };
    case "item":
      return { to: "/evaluation", search: { item: hit.id } };
  }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 160);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Search over everything and the way to every page, by keyboard alone. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const { may } = useSession();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const asked = useSettled(text.trim());
  const hits = useQuery(
    trpc.search.everything.queryOptions(
      { text: asked },
      { enabled: asked !== "" && may("search.everything"), placeholderData: keepPreviousData },
    ),
  );
  useEffect(() => dialog.current?.showModal(), []);

  const wanted = text.trim().toLowerCase();
  const entries: Entry[] = [
    ...pages
      .filter(
        (page) =>
          isOpen(page.door, listEntries(may)) &&
          (wanted === "" || t(page.title).toLowerCase().includes(wanted) || page.words.includes(wanted)),
      )
      .map((page) => ({
        key: page.title,
        group: t("palette.pages"),
        title: t(page.title),
        icon: page.icon,
        door: page.door,
      })),
    ...(wanted === "" ? [] : (hits.data?.hits ?? [])).map((hit) => ({
      key: `${hit.kind}:${hit.id}`,
      group: t(`palette.${hit.kind}`),
      title: hit.title,
      detail: hit.detail,
      icon: hitIcon[hit.kind],
      door: toDoor(hit),
    })),
  ];
  const current = Math.min(active, Math.max(0, entries.length - 1));

  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    const { to, params, search } = entry.door;
    void navigate({
      to,
      params: (params ?? {}) as never,
      search: ((old: { territory?: string; asOf?: string; knownOn?: string }) => ({
        territory: old.territory,
        asOf: old.asOf,
        knownOn: old.knownOn,
        ...search,
      })) as never,
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setActive((current + step + entries.length) % entries.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(entries[current]);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      onClose={onClose}
      aria-label={t("palette.title")}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={onKeyDown}
    >
      <div className="palette-in">
        <label className="palette-field">
          <Icon name="search" />
          <input
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={entries[current] === undefined ? undefined : `${listId}-${current}`}
            aria-label={t("palette.placeholder")}
            placeholder={t("palette.placeholder")}
            value={text}
            maxLength={100}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
          />
          <kbd className="kbd">Esc</kbd>
        </label>
        <div className="palette-list" role="listbox" id={listId} aria-label={t("palette.title")}>
          {entries.map((entry, index) => (
            <div key={entry.key}>
              {entry.group !== entries[index - 1]?.group && (
                <div className="palette-group">{entry.group}</div>
              )}
              <div
                role="option"
                tabIndex={-1}
                id={`${listId}-${index}`}
                aria-selected={index === current}
                className={index === current ? "palette-hit on" : "palette-hit"}
                onMouseMove={() => setActive(index)}
                onClick={() => open(entry)}
                onKeyDown={() => undefined}
                ref={index === current ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
              >
                <Icon name={entry.icon} />
                <span className="ell">{entry.title}</span>
                {entry.detail !== undefined && <small className="ell">{entry.detail}</small>}
              </div>
            </div>
          ))}
          {entries.length === 0 && !hits.isFetching && (
            <p className="t3 palette-none">{t("palette.empty")}</p>
          )}
        </div>
        <div className="palette-foot">{t("palette.keys")}</div>
      </div>
    </dialog>
  );
}
