// Scans of signed papers, made harmless: an image is decoded and encoded anew, which also leaves behind where and with
// what it was taken; a PDF is kept as it is and only ever handed out as an attachment.
// Source: quality S6 (sniff, decode, re-encode, 15 MB, 50 Mpx).
import { ok, type Result, refuse } from "@shian/domain";

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 15;
const MOST_PIXELS = 50_000_000;
/** Longest side of what is kept: an A4 page at 300 dots per inch. */
const LONGEST = 3508;

export type CleanScan = { readonly kind: "jpeg" | "png" | "pdf"; readonly content: Uint8Array };

const startsWith = (content: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => content[at] === byte);

/** What the first bytes say; a name or a header is not asked. */
function sniff(content: Uint8Array): CleanScan["kind"] | undefined {
  if (startsWith(content, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  return startsWith(content, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? "pdf" : undefined;
}

/** The scan as it may be kept, or the reason why not. */
export async function cleanScan(content: Uint8Array): Promise<Result<CleanScan>> {
  const kind = sniff(content);
  if (kind === undefined) return refuse("commitment/scan-kind");
  if (content.byteLength > MOST_MEBIBYTES * MEBIBYTE)
    return refuse("commitment/scan-large", {
      most: MOST_MEBIBYTES,
      size: Math.ceil(content.byteLength / MEBIBYTE),
    });
  if (kind === "pdf") return ok({ kind, content });
  const { default: sharp } = await import("sharp");
  try {
    const image = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true });
    const encoded = kind === "jpeg" ? image.jpeg({ quality: 85 }) : image.png();
    return ok({ kind, content: new Uint8Array(await encoded.toBuffer()) });
  } catch {
    return refuse("commitment/scan-broken");
  }
}
