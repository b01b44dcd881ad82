import { levels, type OfficialRow } from "@shian/domain";
import { Button, Input, Segmented, Select } from "antd";
import { Card } from "../../components/card.js";
import { DayField } from "../../components/day-field.js";
import { Icon } from "../../components/icon.js";
import { TerritoryField } from "../../components/territory-field.js";
import { useText } from "../../text/use-text.js";
import type { Going, HandoverDraft } from "./handover-draft.js";
import { OfficialSelect } from "./official-select.js";

export const toGoing = ({
  id,
  name,
  unit,
  level,
}: Pick<OfficialRow, "id" | "name" | "unit" | "level">): Going => ({
  id,
  name,
  unit,
  goes: "leaves",
  next: { unit, post: "", level, jurisdictions: [""] },
  successor: null,
});

/** Who leaves or moves, from which day, and why. */
export function GoingList({
  draft,
  onChange,
}: {
  draft: HandoverDraft;
  onChange: (draft: HandoverDraft) => void;
}) {
  const { t } = useText();
  const change = (part: Partial<HandoverDraft>) => onChange({ ...draft, ...part });
  const ids = draft.going.map(({ id }) => id);
  return (
    <Card title={t("handover.who")} note={t("handover.who-hint")}>
      <div className="handover-top">
        <OfficialSelect
          key={ids.length}
          placeholder={t("handover.add")}
          without={ids}
          onChoose={(one) => one !== null && change({ going: [...draft.going, toGoing(one)] })}
        />
        <DayField label={t("handover.day")} value={draft.day} onChange={(day) => change({ day })} />
        <Input
          placeholder={t("handover.note")}
          aria-label={t("handover.note")}
          maxLength={300}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      {draft.going.length > 0 && (
        <ul className="handover-going mt12">
          {draft.going.map((one) => (
            <GoingLine
              key={one.id}
              one={one}
              without={ids}
              onChange={(next) =>
                change({ going: draft.going.map((other) => (other.id === one.id ? next : other)) })
              }
              onRemove={() => change({ going: draft.going.filter(({ id }) => id !== one.id), choices: {} })}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function GoingLine({
  one,
  without,
  onChange,
  onRemove,
}: {
  one: Going;
  without: readonly string[];
  onChange: (one: Going) => void;
  onRemove: () => void;
}) {
  const { t } = useText();
  return (
    <li>
      <div className="handover-line">
        <span className="who">
          <b>{one.name}</b> <small className="t3">{one.unit}</small>
        </span>
        <Segmented<Going["goes"]>
          aria-label={t("handover.goes", { name: one.name })}
          value={one.goes}
          options={[
            { value: "leaves", label: t("handover.leaves") },
            { value: "moves", label: t("handover.moves") },
          ]}
          onChange={(goes) => onChange({ ...one, goes })}
        />
        <OfficialSelect
          value={one.successor}
          placeholder={t("handover.successor")}
          without={without}
          onChoose={(official) => onChange({ ...one, successor: official?.id ?? null })}
        />
        <button
          type="button"
          className="btn link"
          aria-label={t("handover.remove", { name: one.name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {one.goes === "moves" && <NextPostFields one={one} onChange={onChange} />}
    </li>
  );
}

function NextPostFields({ one, onChange }: { one: Going; onChange: (one: Going) => void }) {
  const { t, name } = useText();
  const set = (part: Partial<Going["next"]>) => onChange({ ...one, next: { ...one.next, ...part } });
  const places = one.next.jurisdictions;
  return (
    <div className="handover-next mt8">
      <Input
        aria-label={t("handover.unit")}
        placeholder={t("handover.unit")}
        maxLength={120}
        value={one.next.unit}
        onChange={(event) => set({ unit: event.target.value })}
      />
      <Input
        aria-label={t("handover.post")}
        placeholder={t("handover.post")}
        maxLength={120}
        value={one.next.post}
        onChange={(event) => set({ post: event.target.value })}
      />
      <Select
        aria-label={t("handover.level")}
        value={one.next.level}
        options={levels.map((level) => ({ value: level, label: name("level", level) }))}
        onChange={(level) => set({ level })}
      />
      <fieldset aria-label={t("handover.places")} className="row wrap">
        {places.map((code, at) => (
          <TerritoryField
            // biome-ignore lint/suspicious/noArrayIndexKey: places are told apart by where they stand
            key={at}
            value={code === "" ? null : code}
            onChange={(next) => set({ jurisdictions: places.map((other, i) => (i === at ? next : other)) })}
          />
        ))}
        <Button size="small" onClick={() => set({ jurisdictions: [...places, ""] })}>
          {t("handover.add-place")}
        </Button>
      </fieldset>
    </div>
  );
}
