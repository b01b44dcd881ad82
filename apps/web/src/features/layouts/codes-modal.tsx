import { isTextKey, type LayoutColumn, type LayoutKind, label, layoutFields } from "@shian/domain";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useText } from "../../text/use-text.js";

/** The other system's word for each of our values; left blank, ours goes out. */
export function CodesModal({
  kind,
  column,
  onClose,
  onDone,
}: {
  kind: LayoutKind;
  column: LayoutColumn;
  onClose: () => void;
  onDone: (codes: Record<string, string>) => void;
}) {
  const { t, locale } = useText();
  const [codes, setCodes] = useState<Record<string, string>>(column.codes ?? {});
  const field = layoutFields[kind].find(({ id }) => id === column.field);
  if (field?.type !== "code") return null;
  const nameOf = (value: string) => {
    const key = `${field.prefix}/${value}`;
    return isTextKey(key) ? label(key, locale) : value;
  };
  return (
    <Modal
      open
      title={t("layout.codes-title", { header: column.header })}
      onCancel={onClose}
      onOk={() => onDone(Object.fromEntries(Object.entries(codes).filter(([, word]) => word.trim() !== "")))}
    >
      <p className="t3 mb12">{t("layout.codes-hint")}</p>
      <div className="stack-form">
        {field.values.map((value) => (
          <div key={value} className="row">
            <span style={{ minWidth: 130 }}>{nameOf(value)}</span>
            <Input
              aria-label={nameOf(value)}
              value={codes[value] ?? ""}
              maxLength={60}
              onChange={(event) => setCodes({ ...codes, [value]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Modal>
  );
}
