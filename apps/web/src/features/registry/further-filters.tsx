import { licenceKinds, licenceStandings, sizes } from "@shian/domain";
import type { RegistrySearch } from "../../navigation/registry-search.js";
import { useAllFlagCodes } from "../../text/office-flags.js";
import { useText } from "../../text/use-text.js";
import { WordSelect } from "./word-select.js";

/** Conditions that are folded away until somebody asks for them or an address names one. */
export const furtherConditions = ["sizes", "attention", "licences", "licenceKinds"] as const;

/** Size, attention flags, and the kind and standing of licences. */
export function FurtherFilters({
  search,
  onChange,
}: {
  search: RegistrySearch;
  onChange: (part: { [C in (typeof furtherConditions)[number]]?: RegistrySearch[C] | undefined }) => void;
}) {
  const { name } = useText();
  const flags = useAllFlagCodes();
  return (
    <>
      <WordSelect
        title="registry.size"
        value={search.sizes}
        words={sizes.map((word) => ({ value: word, label: name("size", word) }))}
        onChange={(words) => onChange({ sizes: words })}
      />
      <WordSelect
        title="registry.attention"
        value={search.attention}
        words={flags.map((word) => ({ value: word, label: name("attention", word) }))}
        onChange={(words) => onChange({ attention: words })}
      />
      <WordSelect
        title="licence.kind"
        value={search.licenceKinds}
        words={licenceKinds.map((word) => ({ value: word, label: name("licence", word) }))}
        onChange={(words) => onChange({ licenceKinds: words })}
      />
      <WordSelect
        title="licence.state"
        value={search.licences}
        words={licenceStandings.map((word) => ({ value: word, label: name("licence-standing", word) }))}
        onChange={(words) => onChange({ licences: words })}
      />
    </>
  );
}
