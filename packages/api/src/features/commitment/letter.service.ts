// The letter of one official as it would be signed now: the office's template filled in.
import {
  type CommitmentLetter,
  type DutyTexts,
  formatPlace,
  label,
  type OperationArguments,
  ok,
  type Result,
  refuse,
  taskBlocks,
  toCanonicalJson,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { fillLetter, type LetterData } from "../paper/letter-template.js";
import { openDate, toLongDate } from "../paper/official-layout.js";
import type { DrawnSignature } from "../paper/signature-picture.js";
import { getLetterTemplate } from "../paper/template.service.js";
import type { Picture, StoredOfficial } from "../picture/picture.js";
import { emptyAnnexHash, hashText } from "./annexes.js";
import { listAcknowledgements } from "./commitment.repo.js";
import { findSeenOfficial, isOwn, listYears } from "./commitment.service.js";
import { toAnnexRows, toAnnexView, toOfficialFacts } from "./commitment.views.js";
import { readOptions } from "./options.service.js";
import type { OfficialStanding, Standings } from "./standing.service.js";

const numerals = ["一", "二", "三", "四"] as const;

const numbered = (lines: readonly string[]) =>
  lines.map((text, at) => ({ 序号: String(at + 1), 内容: text }));

export function toLetterData(
  whole: Picture,
  official: StoredOfficial,
  { annex }: OfficialStanding,
  {
    year,
    texts,
    signedOn,
  }: { readonly year: number; readonly texts: DutyTexts; readonly signedOn: string | null },
): LetterData {
  const duties = texts.levels[official.level];
  const place = (code: string, within: string) => formatPlace({ code, tree: whole.tree, within });
  const rows = toAnnexRows(whole, annex, () => true);
  const office = whole.tree.find(whole.rules.territory)?.name ?? "";
  return {
    姓名: official.name,
    单位: official.unit,
    职务: official.post,
    层级: label(`level/${official.level}`, "zh-CN"),
    年度: String(year),
    范围: official.jurisdictions.map((code) => place(code, whole.rules.territory)).join("、"),
    户数: String(rows.length),
    食安委: `${office}食品安全委员会`,
    责任: numbered(duties.responsibilities),
    任务: taskBlocks.map((block, at) => ({
      序号: numerals[at] ?? "",
      名称: label(`task-block/${block}`, "zh-CN"),
      条目: numbered(duties[block]),
    })),
    签署日期: signedOn === null ? openDate : toLongDate(signedOn),
    名单版次: String(annex?.version ?? 0),
    名单: rows.map((row, at) => ({
      序号: String(at + 1),
      名称: row.name,
      等级: row.grade ?? "",
      属地: row.placeName,
    })),
  };
}

export type PreparedLetter = {
  readonly official: StoredOfficial;
  readonly standings: Standings;
  readonly standing: OfficialStanding;
  readonly paragraphs: readonly string[];
  readonly documentHash: string;
  readonly templateName: string;
  readonly demonstration: boolean;
  /** The letter with a signature, or with room for one. */
  readonly compose: (signedOn: string | null, signature?: DrawnSignature) => Promise<Uint8Array>;
};

/** Fills the letter; refused for who is not the official or their office, and where there is nothing to sign. */
export async function prepareLetter(call: Call, id: string, year: number): Promise<Result<PreparedLetter>> {
  if (!call.roles.includes("office") && !isOwn(call, id)) return refuse("commitment/not-own");
  const seen = await findSeenOfficial(call, id, {});
  if (!seen.ok) return seen;
  const { facts: official, standings } = seen.value;
  const years = listYears(call.today);
  if (!years.includes(year))
    return refuse("commitment/year", { first: years[0] ?? year, last: years.at(-1) ?? year });
  if (!standings.whole.inPost.has(id)) return refuse("commitment/not-in-post", { official: official.name });
  const standing = standings.of(id);
  if (standing.load === 0) return refuse("commitment/no-list", { official: official.name });
  const { texts } = await readOptions(call);
  const template = await getLetterTemplate(call);
  const fill = (signedOn: string | null, signature?: DrawnSignature) =>
    fillLetter(
      template.content,
      toLetterData(standings.whole, official, standing, { year, texts, signedOn }),
      signature,
    );
  const { paragraphs } = await fill(null);
  const documentHash = hashText(
    toCanonicalJson({
      annex: standing.annex?.hash ?? emptyAnnexHash,
      official: id,
      paragraphs: [...paragraphs],
      template: template.hash,
      year,
    }),
  );
  return ok({
    official,
    standings,
    standing,
    paragraphs,
    documentHash,
    templateName: template.name,
    demonstration: !template.own || texts.demonstration,
    compose: async (signedOn, signature) => (await fill(signedOn, signature)).bytes,
  });
}

/** The letter to read before it is signed. */
export async function getLetter(
  call: Call,
  input: OperationArguments<"commitment.letter">,
): Promise<Result<CommitmentLetter>> {
  const year = input.year ?? Number(call.today.slice(0, 4));
  const letter = await prepareLetter(call, input.official, year);
  if (!letter.ok) return letter;
  const { official, standings, standing } = letter.value;
  const [last] = await listAcknowledgements(call.db, [official.id]);
  return ok({
    official: toOfficialFacts(official),
    year,
    paragraphs: [...letter.value.paragraphs],
    template: letter.value.templateName,
    demonstration: letter.value.demonstration,
    documentHash: letter.value.documentHash,
    annex: toAnnexView(standings.whole, standing, last, () => true),
  });
}
