// Keys by which names are found and ordered. Databases sort Chinese by code point, so the order of the alphabet that
// people expect is a stored pinyin key.
import { foldName } from "@shian/domain";
import { pinyin } from "pinyin-pro";

export type NameKeys = {
  /** The name as names are compared. */
  readonly nameKey: string;
  /** Pinyin without tones or blanks: `laohuaishumianguan`. */
  readonly namePinyin: string;
  /** First letters: `lhsmg`. */
  readonly nameInitials: string;
  /** Order of lists: syllable by syllable, so that 安 stands before 昂; equal readings by the name itself. */
  readonly sortKey: string;
};

/** The keys of a name; what is not Chinese stands in them as lower-case letters and digits. */
export function toNameKeys(name: string): NameKeys {
  const nameKey = foldName(name);
  const syllables = pinyin(nameKey, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).map(
    (part) => part.toLowerCase(),
  );
  return {
    nameKey,
    namePinyin: syllables.join("").replace(/[^\p{L}\p{N}]/gu, ""),
    nameInitials: syllables.map((part) => /[\p{L}\p{N}]/u.exec(part)?.[0] ?? "").join(""),
    sortKey: `${syllables.join(" ")} ${nameKey}`,
  };
}
