import { type ObjectionRow, objectionStates } from "@shian/domain";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare, RiskBars } from "../../components/grade-square.js";
import { Blank } from "../../components/notice.js";
import { ObjectionDrawer } from "../../components/objection-drawer.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { StatusMark } from "../../components/status-mark.js";
import { ViewChips } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

/** Objections of businesses to their grades: those that wait first, by their deadline. */
export function ObjectionsPage() {
  const { t, name } = useText();
  const client = useTRPCClient();
  const scope = useScope();
  const raw = useSearch({ strict: false }) as { state?: unknown };
  const state = objectionStates.find((one) => one === raw.state);
  const [open, setOpen] = useState<string>();
  const input = {
    ...(scope.territory === undefined ? {} : { territory: scope.territory }),
    ...(state === undefined ? {} : { states: [state] }),
    limit: 50,
  };
  const list = usePages<ObjectionRow, typeof input>("objection.list", input, (asked) =>
    client.objection.list.query(asked),
  );
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink>}
        title={t("objection.title")}
      />
      <ViewChips
        label={t("objection.state")}
        views={[
          {
            key: "all",
            title: t("objection.all"),
            door: { to: "/registry/objections" },
            on: state === undefined,
          },
          ...objectionStates.map((key) => ({
            key,
            title: name("objection-state", key),
            door: { to: "/registry/objections", search: { state: key } },
            on: key === state,
          })),
        ]}
      />
      <Card flush>
        <PagedRows
          list={list}
          empty={
            <Blank icon="check" tone="good" title={t("objection.empty")} hint={t("objection.empty-hint")} />
          }
        >
          {(rows) => (
            <SmallTable
              head={
                <>
                  <th>{t("objection.establishment")}</th>
                  <th>{t("objection.grade")}</th>
                  <th className="opt">{t("objection.asked")}</th>
                  <th>{t("objection.state")}</th>
                  <th>{t("objection.deadline")}</th>
                </>
              }
            >
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <button type="button" className="btn link" onClick={() => setOpen(row.id)}>
                      {row.name}
                    </button>
                    <small>{row.placeName}</small>
                  </td>
                  <td className="nw">
                    <Mark scale={row.scale} grade={row.grade} />{" "}
                    <span className="t3 sm">{name("grade-scale", row.scale)}</span>
                  </td>
                  <td className="opt">
                    {row.asked === null ? (
                      <span className="t3">—</span>
                    ) : (
                      <Mark scale={row.scale} grade={row.asked} />
                    )}
                  </td>
                  <td className="nw">
                    <StatusMark
                      tone={
                        row.state === "under-review" ? "at-risk" : row.state === "upheld" ? "ok" : "closed"
                      }
                    >
                      {name("objection-state", row.state)}
                    </StatusMark>
                  </td>
                  <td className="nw">
                    {row.state === "under-review" ? row.deadline : <span className="t3">{row.raisedOn}</span>}
                    {row.overdue && <small className="red">{t("objection.overdue")}</small>}
                  </td>
                </tr>
              ))}
            </SmallTable>
          )}
        </PagedRows>
      </Card>
      {open !== undefined && <ObjectionDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Mark({ scale, grade }: { scale: "pairing" | "risk"; grade: string | null }) {
  return scale === "pairing" ? <GradeSquare grade={grade} /> : <RiskBars grade={grade} />;
}
