import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

type Party = { readonly id: string; readonly name?: string };
/** An establishment that goes to the official whatever else is best. */
export type Pin = { readonly establishment: Party; readonly official: Party };

const FOUND = 20;

/** Who is fixed beforehand: found by name, taken out again one by one. */
export function AllocationPins({
  pins,
  onChange,
}: {
  pins: readonly Pin[];
  onChange: (pins: readonly Pin[]) => void;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const without = (id: string) => pins.filter(({ establishment }) => establishment.id !== id);
  return (
    <div className="mb12">
      {pins.length > 0 && (
        <ul className="mini allocation-pins">
          {pins.map((pin) => (
            <li key={pin.establishment.id}>
              <span>
                <PinNames pin={pin} />
              </span>
              <Button size="small" onClick={() => onChange(without(pin.establishment.id))}>
                {t("allocation.unpin")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <AddPin
          onAdd={(pin) => {
            onChange([...without(pin.establishment.id), pin]);
            setOpen(false);
          }}
        />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("allocation.pin")}
        </Button>
      )}
    </div>
  );
}

/** A pin of an earlier question is known by its ids alone. */
function PinNames({ pin: { establishment, official } }: { pin: Pin }) {
  const { t } = useText();
  const trpc = useTRPC();
  const firm = useQuery(
    trpc.registry.get.queryOptions({ id: establishment.id }, { enabled: establishment.name === undefined }),
  );
  const person = useQuery(
    trpc.official.get.queryOptions({ id: official.id }, { enabled: official.name === undefined }),
  );
  return (
    <>
      {t("allocation.pin-of", {
        firm: establishment.name ?? firm.data?.establishment.name ?? establishment.id,
        official: official.name ?? person.data?.official.name ?? official.id,
      })}
    </>
  );
}

function AddPin({ onAdd }: { onAdd: (pin: Pin) => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [firm, setFirm] = useState<string>();
  const search = useSettled(text);
  const firms = useQuery(
    trpc.registry.list.queryOptions({
      filter: search === "" ? {} : { search },
      limit: FOUND,
    }),
  );
  const officials = useQuery(
    trpc.official.candidates.queryOptions({ establishment: firm ?? "" }, { enabled: firm !== undefined }),
  );
  const one = firms.data?.rows.find(({ id }) => id === firm);
  return (
    <div className="allocation-options mt8">
      <RemoteSelect
        value={firm ?? null}
        onChange={(id) => setFirm(typeof id === "string" ? id : undefined)}
        choices={(firms.data?.rows ?? []).map(({ id, name, placeName }) => ({
          value: id,
          label: name,
          note: placeName,
        }))}
        loading={firms.isFetching}
        placeholder={t("allocation.pin-firm")}
        empty={t("allocation.pin-none")}
        onSearch={setText}
      />
      {firm !== undefined && (
        <RemoteSelect
          value={null}
          onChange={(id) => {
            const official = officials.data?.rows.find((row) => row.id === id);
            if (official !== undefined)
              onAdd({
                establishment: { id: firm, ...(one === undefined ? {} : { name: one.name }) },
                official: { id: official.id, name: official.name },
              });
          }}
          choices={(officials.data?.rows ?? []).map(({ id, name, load }) => ({
            value: id,
            label: name,
            note: t("reassign.load", { n: load }),
          }))}
          loading={officials.isFetching}
          placeholder={t("allocation.pin-official")}
          empty={t("reassign.none")}
          onSearch={() => undefined}
        />
      )}
    </div>
  );
}
