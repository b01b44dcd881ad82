// The world of the access matrix as data: groups of things that belong together at one position relative to the askers,
// and the words by which anything of a group is known wherever it shows up.

/** The township that the askers are granted. */
export const ownPlace = "990106001";

/** Where a group lies seen from the askers' township; `own-other` lies in it too, but is nobody's by name. */
export const positions = ["own", "own-other", "sibling", "parent", "child", "city"] as const;
export type Position = (typeof positions)[number];

const placeOf: Readonly<Record<Position, string>> = {
  own: ownPlace,
  "own-other": ownPlace,
  sibling: "990106002",
  parent: "990106",
  child: "990106001003",
  city: "110108",
};

/**
 * What is told apart of a group: `named` are names and ids that a grant may show, `business` everything else of the
 * establishment and its officials, `people` persons and grants, `unit`, `standIn`, `job` and `account` (sessions, keys,
 * files of one person).
 */
export const wordKinds = ["named", "business", "people", "unit", "standIn", "job", "account"] as const;
export type WordKind = (typeof wordKinds)[number];

/** One group: the ids of its things. Every text of it holds the word of its kind. */
export type Group = {
  readonly name: string;
  readonly position: Position;
  readonly place: string;
  readonly words: Readonly<Record<WordKind, string>>;
  readonly establishment: string;
  readonly official: string;
  readonly deputy: string;
  readonly visit: string;
  readonly objection: string;
  /** An officer of the business. */
  readonly armPerson: string;
  readonly commitment: string;
  readonly handover: string;
  readonly person: string;
  readonly username: string;
  readonly grant: string;
  readonly unit: string;
  /** A duty post: known to everyone who works there, as units are; its mobile is not. */
  readonly duty: string;
  /** A second post, of the same group of liaisons. */
  readonly dutyMember: string;
  readonly liaisonGroup: string;
  /** Asked by another than the group's person; its answer is known to everyone who works there. */
  readonly question: string;
  readonly questionLike: string;
  readonly standIn: string;
  readonly session: string;
  readonly key: string;
  readonly job: string;
  readonly file: string;
  readonly run: string;
  readonly creditCode: string;
  readonly mobile: string;
  readonly personMobile: string;
};

/** The group of that name at that position; `no` makes its numbers unlike those of every other. */
export function createGroup(name: string, position: Position, no: number): Group {
  const word = (kind: string) => `zq${name}x${kind}`;
  const digits = String(no).padStart(2, "0");
  const words = {
    named: word("n"),
    business: word("b"),
    people: word("p"),
    unit: word("u"),
    standIn: word("s"),
    job: word("j"),
    account: word("a"),
  };
  return {
    name,
    position,
    place: placeOf[position],
    words,
    establishment: `${words.named}1`,
    official: `${words.named}2`,
    deputy: `${words.named}3`,
    visit: `${words.business}4`,
    objection: `${words.business}8`,
    armPerson: `${words.business}9`,
    commitment: `${words.business}6`,
    handover: `${words.business}h`,
    person: `${words.people}5`,
    username: `${words.people}6`,
    grant: `${words.people}7`,
    unit: `${words.unit}8`,
    duty: `${words.unit}6`,
    dutyMember: `${words.unit}7`,
    liaisonGroup: `${words.unit}5`,
    question: `${words.business}q`,
    questionLike: `${words.business}w`,
    standIn: `${words.standIn}9`,
    session: `${words.account}1`,
    key: `${words.account}2`,
    job: `${words.job}3`,
    file: `${words.account}4`,
    run: `${words.business}5`,
    creditCode: `919901060000${digits}000X`.slice(0, 18),
    mobile: `1390013${digits}${digits}`,
    personMobile: `1370017${digits}${digits}`,
  };
}

/** One group at each position: what is there from the beginning. */
export const groups: readonly Group[] = positions.map((position, index) =>
  createGroup(position.replace("-", ""), position, 11 + index),
);

/** A group of which nothing is there, at the place of another: its ids name nothing. */
export const toGhost = ({ position }: Group): Group => createGroup("ghost", position, 99);

/** Everything by which a text betrays that it holds something of this kind of the group. */
export function listMarks(group: Group, kind: WordKind): readonly string[] {
  const { words, creditCode, mobile, personMobile } = group;
  const mask = (number: string) => `${number.slice(0, 3)}****${number.slice(-4)}`;
  if (kind === "business") return [words.business, creditCode, mobile, mask(mobile)];
  if (kind === "people") return [words.people, personMobile, mask(personMobile)];
  return [words[kind]];
}
