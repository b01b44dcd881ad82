import { useRef, useState } from "react";
import { useText } from "../text/use-text.js";
import { Icon } from "./icon.js";

/** Takes one spreadsheet, by choice or dropped. */
export function FileDrop({ reading, onFile }: { reading: string | undefined; onFile: (file: File) => void }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file !== undefined) onFile(file);
    // The same file, mended, can be chosen again.
    if (field.current !== null) field.current.value = "";
  };
  if (reading !== undefined)
    return (
      <div className="drop" role="status">
        <Icon name="file" />
        <b>{t("import.uploading", { name: reading })}</b>
      </div>
    );
  return (
    <label
      className={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Icon name="upload" />
      <b>{t("import.drop")}</b>
      <small>{t("import.drop-hint")}</small>
      <input
        ref={field}
        className="sr"
        type="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => take(event.target.files?.[0])}
      />
    </label>
  );
}
