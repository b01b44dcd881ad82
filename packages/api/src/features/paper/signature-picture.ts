// The picture of a drawn signature in a Word document: made by us from the strokes, never taken from a browser.
import { type Strokes, signatureHeight, signatureWidth, toSignaturePath } from "@shian/domain";
import type PizZip from "pizzip";

export type DrawnSignature = { readonly strokes: Strokes };

const RELATION = "rIdShianSignature";
const MEDIA = "media/shian-signature.png";
/** English metric units of 45 × 18 mm. */
const [WIDE, HIGH] = [1_620_000, 648_000];

/** The strokes as an SVG in ink. */
export const toSignatureSvg = (strokes: Strokes): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${signatureWidth} ${signatureHeight}" width="${signatureWidth}" height="${signatureHeight}"><path d="${toSignaturePath(strokes)}" fill="none" stroke="#1a1a2e" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The paragraph that stands in the letter for the field of the signature. */
export const signatureRun = `<w:p><w:pPr><w:jc w:val="right"/><w:ind w:right="640"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${WIDE}" cy="${HIGH}"/><wp:docPr id="9001" name="签名"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9001" name="签名"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${WIDE}" cy="${HIGH}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** Puts the picture and its relation into the filled document. */
export async function embedSignature(zip: PizZip, { strokes }: DrawnSignature): Promise<void> {
  const { default: sharp } = await import("sharp");
  const png = await sharp(Buffer.from(toSignatureSvg(strokes)))
    .resize(1000)
    .png()
    .toBuffer();
  zip.file(`word/${MEDIA}`, png);
  const relations = "word/_rels/document.xml.rels";
  const rels = zip.file(relations)?.asText() ?? "";
  zip.file(
    relations,
    rels.replace(
      "</Relationships>",
      `<Relationship Id="${RELATION}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${MEDIA}"/></Relationships>`,
    ),
  );
  const types = zip.file("[Content_Types].xml")?.asText() ?? "";
  if (!/Extension="png"/i.test(types))
    zip.file(
      "[Content_Types].xml",
      types.replace(/(<Types[^>]*>)/, '$1<Default Extension="png" ContentType="image/png"/>'),
    );
}
