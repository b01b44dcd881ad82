import type { ReactNode } from "react";
import { type Door, DoorLink } from "./figures.js";

/** Parts of one page as links, so that each part has an address. */
export function TabLinks({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { key: string; title: string; count?: ReactNode; door: Door; on: boolean }[];
}) {
  return (
    <nav className="tabs mb16" aria-label={label}>
      {tabs.map((tab) => (
        <DoorLink key={tab.key} door={tab.door} className={tab.on ? "on" : ""}>
          {tab.title}
          {tab.count !== undefined && <i>{tab.count}</i>}
        </DoorLink>
      ))}
    </nav>
  );
}

/** A saved view: its name, its count, whether it is the one shown. */
export function ViewChips({
  label,
  views,
}: {
  label: string;
  views: readonly { key: string; title: string; count?: string | undefined; door: Door; on: boolean }[];
}) {
  return (
    <nav className="views mb12" aria-label={label}>
      {views.map((view) => (
        <DoorLink key={view.key} door={view.door} className={view.on ? "view on" : "view"}>
          {view.title}
          {view.count !== undefined && <b>{view.count}</b>}
        </DoorLink>
      ))}
    </nav>
  );
}
