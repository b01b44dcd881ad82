// Keys that a Chinese name is found and sorted by: databases sort Chinese by code point, people by pinyin.
import { foldCode } from "@shian/domain";
import { pinyin } from "pinyin-pro";

export type NameKeys = {
  /** The name folded: half-width, upper case, without blanks. */
  readonly nameKey: string;
  /** Its pinyin without tones or blanks, and its initials. */
  readonly namePinyin: string;
  readonly nameInitials: string;
  /** Sorts as people expect; equal readings keep the order of the characters. */
  readonly sortKey: string;
};

/** The keys of a name; characters that have no reading stand for themselves. */
export function toNameKeys(name: string): NameKeys {
  const nameKey = foldCode(name).value.replace(/\s+/g, "");
  const syllables = pinyin(nameKey, { toneType: "none", type: "array", nonZh: "consecutive" });
  const namePinyin = syllables.join("").toLowerCase();
  const nameInitials = syllables
    .map((syllable) => syllable.charAt(0))
    .join("")
    .toLowerCase();
  return {
    nameKey,
    namePinyin,
    nameInitials,
    sortKey: `${syllables.join(" ").toLowerCase()}\u0001${nameKey}`,
  };
}
