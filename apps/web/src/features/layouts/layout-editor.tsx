import { dateFormats, type LayoutColumn, layoutFields } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { Icon } from "../../components/icon.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { CodesModal } from "./codes-modal.js";
import { LayoutPreview } from "./layout-preview.js";
import type { LayoutDraft } from "./layouts-page.js";

/** A column with a key of its own, since headers change while they are typed. */
type Kept = LayoutColumn & { readonly key: number };

const FIXED = "";

/** The columns of a layout in order, what each is filled from, and how the first rows would look. */
export function LayoutEditor({ draft, onClose }: { draft: LayoutDraft; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [title, setTitle] = useState(draft.title);
  const [dateFormat, setDateFormat] = useState(draft.dateFormat);
  const [columns, setColumns] = useState<readonly Kept[]>(() =>
    draft.columns.map((column, key) => ({ ...column, key })),
  );
  const [coding, setCoding] = useState<number>();
  const save = useMutation(
    trpc.layout.save.mutationOptions(saving(t("layout.saved", { n: draft.version + 1 }), () => onClose())),
  );
  const change = (key: number, next: Partial<LayoutColumn>) =>
    setColumns(columns.map((column) => (column.key === key ? { ...column, ...next } : column)));
  const body = {
    kind: draft.kind,
    title: title.trim(),
    dateFormat,
    columns: columns.map(({ key: _key, ...column }) => column),
  };
  const isWhole =
    body.title !== "" && columns.length > 0 && columns.every(({ header }) => header.trim() !== "");
  const options = [
    { value: FIXED, label: t("layout.fixed") },
    ...layoutFields[draft.kind].map(({ id }) => ({ value: id, label: name("layout-field", id) })),
  ];
  const codesOf = columns.find(({ key }) => key === coding);
  return (
    <>
      <Card flush title={name("layout-kind", draft.kind)} className="mb16">
        <div className="row wrap layout-head">
          <Input
            style={{ maxWidth: 320 }}
            aria-label={t("layout.name")}
            placeholder={t("layout.name")}
            value={title}
            maxLength={60}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Select
            aria-label={t("layout.dates")}
            value={dateFormat}
            options={dateFormats.map((value) => ({ value, label: `${t("layout.dates")} ${value}` }))}
            onChange={setDateFormat}
          />
        </div>
        <table className="tbl stack-phone">
          <thead>
            <tr>
              <th>{t("layout.header")}</th>
              <th>{t("layout.field")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => (
              <tr key={column.key}>
                <td>
                  <Input
                    aria-label={t("layout.header")}
                    value={column.header}
                    maxLength={60}
                    onChange={(event) => change(column.key, { header: event.target.value })}
                  />
                </td>
                <td>
                  <Select
                    style={{ width: "100%", minWidth: 160 }}
                    aria-label={t("layout.field")}
                    value={column.field ?? FIXED}
                    options={options}
                    showSearch={{ optionFilterProp: "label" }}
                    onChange={(next: string) => {
                      const { codes: _codes, fixed: _fixed, ...rest } = column;
                      setColumns(
                        columns.map((one) =>
                          one.key === column.key ? { ...rest, field: next === FIXED ? null : next } : one,
                        ),
                      );
                    }}
                  />
                  {column.field === null && (
                    <Input
                      className="mt8"
                      aria-label={t("layout.fixed-text")}
                      placeholder={t("layout.fixed-text")}
                      value={column.fixed ?? ""}
                      maxLength={60}
                      onChange={(event) => change(column.key, { fixed: event.target.value })}
                    />
                  )}
                </td>
                <td className="nw layout-acts">
                  {layoutFields[draft.kind].some(
                    ({ id, type }) => id === column.field && type === "code",
                  ) && (
                    <Button size="small" onClick={() => setCoding(column.key)}>
                      {t("layout.codes")}
                    </Button>
                  )}{" "}
                  <Button
                    size="small"
                    disabled={at === 0}
                    aria-label={t("layout.up")}
                    onClick={() =>
                      setColumns([
                        ...columns.slice(0, at - 1),
                        column,
                        ...columns.slice(at - 1, at),
                        ...columns.slice(at + 1),
                      ])
                    }
                  >
                    ↑
                  </Button>{" "}
                  <Button
                    size="small"
                    icon={<Icon name="close" small />}
                    aria-label={t("layout.delete")}
                    onClick={() => setColumns(columns.filter(({ key }) => key !== column.key))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="card-f row wrap">
          <Button
            onClick={() =>
              setColumns([
                ...columns,
                { key: Math.max(-1, ...columns.map(({ key }) => key)) + 1, header: "", field: "name" },
              ])
            }
          >
            {t("layout.add")}
          </Button>
          <span className="row r">
            <Button onClick={onClose}>{t("common.back")}</Button>
            <Button
              type="primary"
              disabled={!isWhole}
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  ...body,
                  txId: createTxId(),
                  version: draft.version,
                  ...(draft.id === undefined ? {} : { id: draft.id }),
                })
              }
            >
              {t("common.save")}
            </Button>
          </span>
        </div>
      </Card>
      <Refusal error={save.error} />
      {isWhole && <LayoutPreview body={body} />}
      {codesOf !== undefined && (
        <CodesModal
          kind={draft.kind}
          column={codesOf}
          onClose={() => setCoding(undefined)}
          onDone={(codes) => {
            change(codesOf.key, { codes });
            setCoding(undefined);
          }}
        />
      )}
    </>
  );
}
