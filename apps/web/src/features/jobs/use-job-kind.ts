import { isTextKey } from "@shian/domain";
import { useText } from "../../text/use-text.js";

/** What people call a kind of work; its own name where the domain has none. */
export function useJobKind(): (kind: string) => string {
  const { name } = useText();
  return (kind) => (isTextKey(`job-kind/${kind}`) ? name("job-kind", kind) : kind);
}
