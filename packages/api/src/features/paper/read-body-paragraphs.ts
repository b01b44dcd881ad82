// The text of a Word document as people read it on a phone: the paragraphs of its body, tables left out (the list of
// establishments is shown apart).

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]+);/g, (whole, entity: string) => {
    if (!entity.startsWith("#")) return named[entity] ?? whole;
    const code = entity[1] === "x" ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Takes tables out, those inside others too. */
function dropTables(xml: string): string {
  let [kept, depth, at] = ["", 0, 0];
  for (const mark of xml.matchAll(/<(\/?)w:tbl(?:\s[^>]*)?>/g)) {
    if (depth === 0) kept += xml.slice(at, mark.index);
    depth += mark[1] === "/" ? -1 : 1;
    at = mark.index + mark[0].length;
  }
  return kept + xml.slice(at);
}

/** The paragraphs of `word/document.xml` that hold any text, in their order. */
export function readBodyParagraphs(xml: string): readonly string[] {
  return [...dropTables(xml).matchAll(/<w:p(?:\s[^>]*)?>([\s\S]*?)<\/w:p>/g)].flatMap(([, inner = ""]) => {
    const text = [...inner.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)(?:\s[^>]*)?\/>/g)]
      .map(([, written, mark]) => (mark === undefined ? decode(written ?? "") : mark === "tab" ? " " : "\n"))
      .join("")
      .trim();
    return text === "" ? [] : [text];
  });
}
