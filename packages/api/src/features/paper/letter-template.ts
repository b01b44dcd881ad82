// Fills the Word template of commitment letters. An office's own template is a .docx with fields in braces; what it says
// is also what an official reads on the phone, so that what is read and what is kept are one text.
import { ok, type Problem, problem, type Result, refuse, refuseAll } from "@shian/domain";
import type { DXT } from "docxtemplater";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { readBodyParagraphs } from "./read-body-paragraphs.js";
import { type DrawnSignature, embedSignature, signatureRun } from "./signature-picture.js";

/** A field that a template may have. `inside` names the list between whose marks it stands. */
export type LetterTag = {
  readonly tag: string;
  readonly means: string;
  readonly required?: boolean;
  readonly inside?: string;
};

/** The fields of a letter; required are those without which it would not bind the right person. */
export const letterTags: readonly LetterTag[] = [
  { tag: "姓名", means: "承诺人姓名", required: true },
  { tag: "单位", means: "承诺人单位" },
  { tag: "职务", means: "承诺人职务" },
  { tag: "层级", means: "包保层级，如“乡镇街道级”" },
  { tag: "年度", means: "承诺年度", required: true },
  { tag: "范围", means: "包保范围（属地名称）" },
  { tag: "户数", means: "包保主体户数" },
  { tag: "食安委", means: "承诺书的送达单位" },
  { tag: "#责任", means: "责任清单各条，循环到 {/责任}" },
  { tag: "#任务", means: "任务清单四块，循环到 {/任务}；内有 {名称} 和 {#条目}" },
  { tag: "名称", means: "任务块名称，或名单里的主体名称", inside: "任务" },
  { tag: "#条目", means: "任务块里的各条，循环到 {/条目}", inside: "任务" },
  { tag: "内容", means: "一条的内容", inside: "责任" },
  { tag: "序号", means: "一条或一户的序号", inside: "责任" },
  { tag: "@签名", means: "手写签名图，独占一段", required: true },
  { tag: "签署日期", means: "签署日期" },
  { tag: "名单版次", means: "附件名单的版次" },
  { tag: "#名单", means: "附件名单各户，循环到 {/名单}；内有 {序号} {名称} {等级} {属地}" },
  { tag: "等级", means: "包保等级", inside: "名单" },
  { tag: "属地", means: "主体所在村（社区）", inside: "名单" },
];

type Numbered = { readonly 序号: string; readonly 内容: string };
/** What a letter is filled with. */
export type LetterData = {
  readonly 姓名: string;
  readonly 单位: string;
  readonly 职务: string;
  readonly 层级: string;
  readonly 年度: string;
  readonly 范围: string;
  readonly 户数: string;
  readonly 食安委: string;
  readonly 责任: readonly Numbered[];
  readonly 任务: readonly {
    readonly 序号: string;
    readonly 名称: string;
    readonly 条目: readonly Numbered[];
  }[];
  readonly 签署日期: string;
  readonly 名单版次: string;
  readonly 名单: readonly {
    readonly 序号: string;
    readonly 名称: string;
    readonly 等级: string;
    readonly 属地: string;
  }[];
};

const MOST_MEBIBYTES = 2;
const MOST_INFLATED = 30 * 1024 * 1024;
const known = new Set(letterTags.map(({ tag }) => tag.replace(/^[#@]/, "")));

/** The archive; undefined when the bytes are none that hold a Word document of sane size. */
function openZip(content: Uint8Array): PizZip | undefined {
  try {
    const zip = new PizZip(Buffer.from(content));
    const files = Object.values(zip.files);
    const inflated = files.reduce((sum, file) => sum + declaredSize(file), 0);
    if (files.length > 500 || inflated > MOST_INFLATED) return undefined;
    // A document with programs in it is no template.
    if (files.some(({ name }) => /vbaProject/i.test(name))) return undefined;
    return zip.file("word/document.xml") === null ? undefined : zip;
  } catch {
    return undefined;
  }
}

/** What the archive says that an entry is long; its bytes are inflated only afterwards. */
const declaredSize = (file: unknown): number =>
  (file as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0;

/** What docxtemplater reads in a template: fields, and lists with what stands inside them. */
type ReadPart = { readonly type: string; readonly value?: unknown; readonly subparsed?: readonly ReadPart[] };

const listTags = (parts: readonly ReadPart[]): readonly string[] =>
  parts.flatMap(({ type, value, subparsed = [] }) => [
    ...(type === "placeholder" ? [String(value)] : []),
    ...listTags(subparsed),
  ]);

/** A module that notes every field of the template. */
function createCollector(): { readonly tags: Set<string>; readonly module: DXT.Module } {
  const tags = new Set<string>();
  const postparse = (parts: readonly ReadPart[]) => {
    for (const tag of listTags(parts)) tags.add(tag);
    return parts;
  };
  return { tags, module: { name: "collector", postparse } as unknown as DXT.Module };
}

type TemplateFault = {
  readonly properties?: { readonly errors?: readonly TemplateFault[]; readonly xtag?: unknown };
};

const toFaults = (error: unknown): readonly Problem[] => {
  const { errors = [error as TemplateFault] } = (error as TemplateFault).properties ?? {};
  return errors
    .slice(0, 10)
    .map(({ properties }) =>
      problem("commitment/template-tag", { tag: String(properties?.xtag ?? "{ }").slice(0, 60) }),
    );
};

const createFiller = (zip: PizZip, modules: DXT.Module[] = []) =>
  new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, modules, nullGetter: () => "" });

/** Whether the file can be the template: it opens, its fields are known, the required ones are there. */
export function checkTemplate(content: Uint8Array): Result<void> {
  if (content.byteLength > MOST_MEBIBYTES * 1024 * 1024)
    return refuse("commitment/template-large", { most: MOST_MEBIBYTES });
  const zip = openZip(content);
  if (zip === undefined) return refuse("commitment/template-broken");
  const { tags, module } = createCollector();
  try {
    createFiller(zip, [module]);
  } catch (error) {
    return refuseAll(toFaults(error));
  }
  const unknown = [...tags].filter((tag) => !known.has(tag));
  const missing = letterTags.filter(
    ({ tag, required }) => required === true && !tags.has(tag.replace(/^[#@]/, "")),
  );
  const problems = [
    ...unknown
      .slice(0, 10)
      .map((tag) => problem("commitment/template-unknown-tag", { tag: tag.slice(0, 60) })),
    ...missing.map(({ tag }) => problem("commitment/template-missing-tag", { tag: `{${tag}}` })),
  ];
  return problems.length > 0 ? refuseAll(problems) : ok(undefined);
}

/** The filled letter, with the signature where there is one, as the bytes of a .docx and as the text that is read. */
export async function fillLetter(
  content: Uint8Array,
  data: LetterData,
  signature?: DrawnSignature,
): Promise<{ readonly bytes: Uint8Array; readonly paragraphs: readonly string[] }> {
  const zip = openZip(content);
  if (zip === undefined) throw new Error("the letter's template cannot be opened");
  const filler = createFiller(zip);
  filler.render({ ...data, 签名: signature === undefined ? "<w:p/>" : signatureRun });
  const filled = filler.getZip() as PizZip;
  if (signature !== undefined) await embedSignature(filled, signature);
  const xml = filled.file("word/document.xml")?.asText() ?? "";
  const bytes = filled.generate({ type: "uint8array", compression: "DEFLATE" });
  return { bytes, paragraphs: readBodyParagraphs(xml) };
}
