import { useText } from "../text/use-text.js";

/** The pairing grade: its letter in a square of the violet ramp. */
export function GradeSquare({ grade, large = false }: { grade: string | null; large?: boolean }) {
  const { t } = useText();
  if (grade === null || grade === "none")
    return (
      <span
        className={large ? "g none lg" : "g none"}
        role="img"
        aria-label={t("grade.none")}
        title={t("grade.none")}
      >
        –
      </span>
    );
  const title = t("grade.title", { grade });
  return (
    <span
      className={`g ${grade.toLowerCase()}${large ? " lg" : ""}`}
      role="img"
      aria-label={title}
      title={title}
    >
      {grade}
    </span>
  );
}

const bars = ["a", "b", "c", "d"] as const;

/** The risk grade: signal bars and a letter, no colour, because it is another scale. */
export function RiskBars({ grade }: { grade: string | null }) {
  const { t } = useText();
  if (grade === null) return <span className="t3 sm">{t("risk.none")}</span>;
  const title = t("risk.title", { grade });
  return (
    <span className={`risk r${"ABCD".indexOf(grade) + 1}`} role="img" aria-label={title} title={title}>
      <span aria-hidden="true">
        {bars.map((bar) => (
          <i key={bar} />
        ))}
      </span>
      {grade}
    </span>
  );
}
