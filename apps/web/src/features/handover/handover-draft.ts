import type { HandoverDeparture, Level, OperationInput } from "@shian/domain";

/** One who goes, as the form holds them. */
export type Going = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly goes: "leaves" | "moves";
  readonly next: {
    readonly unit: string;
    readonly post: string;
    readonly level: Level;
    readonly jurisdictions: readonly string[];
  };
  readonly successor: string | null;
};

export type HandoverDraft = {
  readonly going: readonly Going[];
  readonly day: string | undefined;
  readonly note: string;
  /** Establishment → receiver named for it. */
  readonly choices: Readonly<Record<string, string>>;
};

export const emptyDraft: HandoverDraft = { going: [], day: undefined, note: "", choices: {} };

const isComplete = ({ goes, next }: Going): boolean =>
  goes === "leaves" || (next.post.trim() !== "" && next.jurisdictions.some((code) => code !== ""));

export const isDraftComplete = ({ going }: HandoverDraft): boolean => going.every(isComplete);

const toDeparture = ({ id, goes, next, successor }: Going): HandoverDeparture => ({
  official: id,
  next:
    goes === "leaves"
      ? null
      : {
          unit: next.unit.trim(),
          post: next.post.trim(),
          level: next.level,
          jurisdictions: next.jurisdictions.filter((code) => code !== ""),
        },
  ...(successor === null ? {} : { successor }),
});

/** What is asked of the server for the draft. */
export const toQuestion = (draft: HandoverDraft): OperationInput<"handover.preview"> => ({
  ...(draft.day === undefined ? {} : { day: draft.day as never }),
  departures: draft.going.map(toDeparture),
  choices: Object.entries(draft.choices).map(([establishment, official]) => ({ establishment, official })),
});
