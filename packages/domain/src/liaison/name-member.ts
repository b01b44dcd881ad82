// Decides how a post is written in a sheet of groups so that exactly that post is meant by it, and which posts such a text
// can mean: the name of who holds it, with unit and title behind it where several have the name.
// Source: ours; a sheet is read by people, so an id stands only where no words tell two posts apart.
import { foldCode } from "../kernel/fold-code.js";
import type { DutyPost } from "./duty-post.schema.js";

type Member = Pick<DutyPost, "post" | "name" | "unit" | "title">;

const SEPARATORS = ",，、;；\n";

/**
 * The members that a cell lists; separators inside brackets part nothing.
 *
 * @example
 * splitMembers("岑晚舟、叶听澜（食安办、监管所）"); // => ["岑晚舟", "叶听澜（食安办、监管所）"]
 */
export function splitMembers(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const letter of text) {
    if (letter === "（" || letter === "(") depth += 1;
    if (letter === "）" || letter === ")") depth -= 1;
    if (depth <= 0 && SEPARATORS.includes(letter)) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== "");
}

const fold = (text: string): string => foldCode(text).value.replace(/\s+/g, " ");

/** The ways to write a post, the shortest first; its id is the last. */
const listWays = ({ post, name, unit, title }: Member): readonly string[] => [
  name,
  ...(unit === "" ? [] : [`${name}（${unit}）`]),
  ...(title === "" ? [] : [`${name}（${[unit, title].filter((part) => part !== "").join(" ")}）`]),
  post,
];

/** The posts of a directory by every way to write them, for one sheet. */
export type MemberNames = {
  /** Ids of the posts that the text can mean. */
  readonly find: (text: string) => readonly string[];
  /** The shortest way to write the post that means no other; the id of one that is not in the directory. */
  readonly write: (post: string) => string;
};

/**
 * The names of the posts of one day.
 *
 * @example
 * const names = createMemberNames([{ post: "d1", name: "岑晚舟", unit: "梧桐街道", title: "" }, { post: "d2", name: "岑晚舟", unit: "镜湖街道", title: "" }]);
 * names.write("d2"); // => "岑晚舟（镜湖街道）"
 * names.find("岑晚舟"); // => ["d1", "d2"]
 */
export function createMemberNames(posts: readonly Member[]): MemberNames {
  const byText = new Map<string, Set<string>>();
  const byPost = new Map<string, Member>();
  for (const member of posts) {
    byPost.set(member.post, member);
    for (const way of listWays(member)) {
      const known = byText.get(fold(way)) ?? new Set();
      byText.set(fold(way), known.add(member.post));
    }
  }
  const find = (text: string): readonly string[] =>
    byPost.has(text) ? [text] : [...(byText.get(fold(text)) ?? [])];
  const write = (post: string): string => {
    const member = byPost.get(post);
    const isSure = (way: string) => {
      const parts = splitMembers(way);
      return parts.length === 1 && parts[0] === way && find(way).length === 1 && find(way)[0] === post;
    };
    return (member === undefined ? undefined : listWays(member).find(isSure)) ?? post;
  };
  return { find, write };
}
