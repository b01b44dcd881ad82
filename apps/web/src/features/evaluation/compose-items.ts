import { type EvaluationView, type ItemKind, type RubricItem, toHundredths } from "@shian/domain";

/** One item with what the sheet says of it; points are whole hundredths. */
export type ItemState = {
  item: RubricItem;
  sectionId: string;
  points: number;
  obtained: number;
  lost: number;
  open: number;
  status: "measured" | "unmeasured" | "not-applicable" | "triggered" | "clear";
  reasons: EvaluationView["sheet"]["items"][number]["reasons"];
};

/** The rubric's items in order, each with its line or veto of the sheet. */
export function composeItems({ rubric, sheet }: Pick<EvaluationView, "rubric" | "sheet">): ItemState[] {
  const lines = new Map(sheet.items.map((line) => [line.id, line]));
  const vetoes = new Map(sheet.vetoes.map((veto) => [veto.id, veto.status]));
  return rubric.sections.flatMap((section) =>
    section.items.map((item): ItemState => {
      const points = toHundredths(item.points ?? 0);
      const line = lines.get(item.id);
      const status =
        item.kind === "veto" ? (vetoes.get(item.id) ?? "unmeasured") : (line?.status ?? "unmeasured");
      return {
        item,
        sectionId: section.id,
        points,
        obtained: line?.obtained ?? 0,
        lost: line?.lost ?? 0,
        open: status === "unmeasured" ? points : 0,
        status,
        reasons: line?.reasons ?? [],
      };
    }),
  );
}

export type ItemSums = { points: number; obtained: number; open: number; lost: number };

/** Sums over items of the kinds named. */
export const sumItems = (items: readonly ItemState[], kinds: readonly ItemKind[]): ItemSums =>
  items
    .filter(({ item }) => kinds.includes(item.kind))
    .reduce(
      (sum, { points, obtained, open, lost }) => ({
        points: sum.points + points,
        obtained: sum.obtained + obtained,
        open: sum.open + open,
        lost: sum.lost + lost,
      }),
      { points: 0, obtained: 0, open: 0, lost: 0 },
    );

export const baseKinds: readonly ItemKind[] = ["key", "basic"];

/** Which items a filter of the page shows. */
export function isShown(state: ItemState, show: "all" | "lost" | "open" | "key" | "veto" | "bonus"): boolean {
  switch (show) {
    case "all":
      return true;
    case "lost":
      return state.lost > 0 || state.status === "triggered";
    case "open":
      return state.status === "unmeasured";
    case "key":
    case "veto":
    case "bonus":
      return state.item.kind === show;
  }
}

/** Obtained points fall short of the rate that a key item must reach; compared exactly, in hundredths. */
export const isKeyShort = (state: ItemState, minKeyItemRate: number): boolean =>
  state.item.kind === "key" &&
  state.status === "measured" &&
  state.obtained * 1_000_000 < state.points * Math.round(minKeyItemRate * 1_000_000);
