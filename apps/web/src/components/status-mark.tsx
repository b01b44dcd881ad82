import type { DutyState } from "@shian/domain";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.js";

export type Tone = "ok" | "at-risk" | "overdue" | "closed";
const toneClass: Record<Tone, string> = { ok: "ok", "at-risk": "risk", overdue: "over", closed: "closed" };

/** A state as shape, colour and word: green dot, amber diamond, red square, grey ring. */
export function StatusMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`st ${toneClass[tone]}`}>{children}</span>;
}

const progressTone = { done: "ok", "on-time": "ok", behind: "at-risk", "nothing-due": "closed" } as const;

/** How a rate stands against today's line. */
export function ProgressMark({ progress }: { progress: keyof typeof progressTone }) {
  const { name } = useText();
  return <StatusMark tone={progressTone[progress]}>{name("progress", progress)}</StatusMark>;
}

const dutyTone: Record<DutyState, Tone> = {
  done: "ok",
  "on-track": "closed",
  "at-risk": "at-risk",
  overdue: "overdue",
  waived: "closed",
  "not-due": "closed",
};

/** What one duty has come to, with the days left or overdue below it. */
export function DutyMark({
  state,
  daysLeft,
  inline = false,
}: {
  state: DutyState;
  daysLeft: number | null;
  inline?: boolean;
}) {
  const { name } = useText();
  const days = useDays(daysLeft);
  const open = state === "on-track" || state === "at-risk" || state === "overdue";
  return (
    <>
      <StatusMark tone={dutyTone[state]}>{name("duty", state)}</StatusMark>
      {open &&
        days !== undefined &&
        (inline ? <span className="t3 sm"> {days}</span> : <small>{days}</small>)}
    </>
  );
}

/** Days as people say them: left, due today, overdue. */
export function useDays(daysLeft: number | null): string | undefined {
  const { t } = useText();
  if (daysLeft === null) return undefined;
  if (daysLeft === 0) return t("common.last-day");
  return daysLeft > 0 ? t("common.days-left", { n: daysLeft }) : t("common.days-over", { n: -daysLeft });
}

/** A label in a frame. */
export function Tag({
  tone,
  children,
  title,
}: {
  tone?: Tone | "info" | "plain";
  children: ReactNode;
  title?: string;
}) {
  const name = tone === "at-risk" ? "warn" : tone === "overdue" ? "over" : (tone ?? "");
  return (
    <span className={`tag ${name}`} title={title}>
      {children}
    </span>
  );
}
