// Counts duties into one cell and closes it with the line, rules §4 "Today's line".
import type { CoverageCell, ProgressState } from "./coverage.schema.js";
import type { Duty } from "./derive-duties.js";
import type { Period } from "./visit.schema.js";

/** How much of a window has passed. */
export type Line = { readonly passed: number; readonly days: number };

/** A cell while it is being counted; windows of different rules keep a line of their own. */
export class CoverageTally {
  private registered = 0;
  private due = 0;
  private done = 0;
  private waived = 0;
  private atRisk = 0;
  private overdue = 0;
  // Nearly every cell has one window; an office has thousands of cells, and a map in each would cost more than all else.
  private window: Period | undefined;
  private dueInWindow = 0;
  private dueInOthers: Map<Period, number> | undefined;

  /** Counts the duty in (1) or out again (-1). */
  count(duty: Duty, by: 1 | -1): void {
    if (duty.registered) this.registered += by;
    if (duty.state === "waived") this.waived += by;
    if (!duty.due || duty.window === null) return;
    this.due += by;
    if (duty.state === "done") this.done += by;
    else if (duty.state === "overdue") this.overdue += by;
    else if (duty.state === "at-risk") this.atRisk += by;
    const { period } = duty.window;
    this.window ??= period;
    if (period === this.window) this.dueInWindow += by;
    else {
      this.dueInOthers ??= new Map();
      this.dueInOthers.set(period, (this.dueInOthers.get(period) ?? 0) + by);
    }
  }

  get isEmpty(): boolean {
    return this.registered === 0;
  }

  toCell(lineOf: (period: Period) => Line): CoverageCell {
    const { registered, due, done, waived, atRisk, overdue } = this;
    const short = Math.max(0, this.expected(lineOf) - done);
    const progress: ProgressState =
      due === 0 ? "nothing-due" : done === due ? "done" : short === 0 ? "on-time" : "behind";
    return { registered, due, done, notDone: due - done, waived, atRisk, overdue, short, progress };
  }

  /** ⌈Σ due × line⌉ in whole numbers, so that no binary fraction decides a rounding. */
  private expected(lineOf: (period: Period) => Line): number {
    let numerator = 0;
    let denominator = 1;
    const add = (period: Period, due: number) => {
      const { passed, days } = lineOf(period);
      const common = denominator * (days / greatestCommonDivisor(denominator, days));
      numerator = numerator * (common / denominator) + due * passed * (common / days);
      denominator = common;
    };
    if (this.window !== undefined) add(this.window, this.dueInWindow);
    for (const [period, due] of this.dueInOthers ?? []) add(period, due);
    return Math.ceil(numerator / denominator);
  }
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
