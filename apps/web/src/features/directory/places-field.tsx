import { Button } from "antd";
import { useState } from "react";
import { TerritoryField } from "../../components/territory-field.js";
import { useText } from "../../text/use-text.js";

/** Several places as one field of a form. */
export function PlacesField({
  value = [],
  onChange,
}: {
  value?: readonly string[];
  onChange?: (codes: string[]) => void;
}) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const set = (codes: readonly string[]) => {
    setAdding(false);
    onChange?.([...new Set(codes)]);
  };
  return (
    <div className="stack">
      {value.map((code) => (
        <div key={code} className="row">
          <TerritoryField
            value={code}
            onChange={(next) => set(value.map((old) => (old === code ? next : old)))}
          />
          {value.length > 1 && (
            <Button size="small" onClick={() => set(value.filter((old) => old !== code))}>
              {t("directory.place-less")}
            </Button>
          )}
        </div>
      ))}
      {(value.length === 0 || adding) && <TerritoryField onChange={(code) => set([...value, code])} />}
      {value.length > 0 && !adding && (
        <Button size="small" onClick={() => setAdding(true)}>
          {t("directory.place-more")}
        </Button>
      )}
    </div>
  );
}
