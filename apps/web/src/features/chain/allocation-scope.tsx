import type { AllocationQuestion } from "@shian/domain";
import { formatCount } from "../../components/figures.js";
import { useText } from "../../text/use-text.js";

/** What an allocation was asked for, where that is less than everything in its place. */
export function AllocationScope({
  question: { level, gaps, establishments, pinned },
  className,
}: {
  question: AllocationQuestion;
  className: string;
}) {
  const { t, name, list } = useText();
  const parts = [
    level !== undefined && name("level", level),
    gaps !== undefined && t("allocation.only-gaps", { kinds: list(gaps.map((kind) => name("gap", kind))) }),
    establishments !== undefined && t("allocation.only-named", { n: formatCount(establishments.length) }),
    pinned !== undefined && t("allocation.pinned", { n: formatCount(pinned.length) }),
  ];
  const text = list(parts);
  return text === "" ? null : <div className={className}>{text}</div>;
}
