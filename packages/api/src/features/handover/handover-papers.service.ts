// Papers of a handover: the sheet of one official, all of them, and the change-of-pairing sheet that the office files.
import { formatPlace, ok, type Result, refuse } from "@shian/domain";
import PizZip from "pizzip";
import type { Call } from "../../deps.js";
import { composeChangeSheet } from "../paper/change-sheet.js";
import { composeHandoverSheet } from "../paper/handover-sheet.js";
import { getPicture } from "../picture/picture.service.js";
import { getReceipt, getWholeHandover } from "./handover.service.js";

type File = { readonly name: string; readonly bytes: Uint8Array };

const MOST_SHEETS = 500;

const toFileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{C}]/gu, "_").slice(0, 120);

export async function composeReceipt(
  call: Call,
  asked: { readonly id: string; readonly official: string },
): Promise<Result<File>> {
  const receipt = await getReceipt(call, asked);
  if (!receipt.ok) return receipt;
  const { parties, day } = receipt.value;
  return ok({
    name: toFileName(`交接单-${parties[0]?.name ?? ""}-${day}.docx`),
    bytes: await composeHandoverSheet(receipt.value, call.today),
  });
}

/** The sheets of everybody in one archive. */
export async function composeReceipts(call: Call, id: string): Promise<Result<File>> {
  const whole = await getWholeHandover(call, id);
  if (!whole.ok) return whole;
  const { entry, rows } = whole.value;
  if (entry.parties.length > MOST_SHEETS)
    return refuse("commitment/too-many", { n: entry.parties.length, most: MOST_SHEETS });
  const zip = new PizZip();
  for (const [at, party] of entry.parties.entries()) {
    const own = rows.filter(({ from, to }) => from.id === party.id || to?.id === party.id);
    const bytes = await composeHandoverSheet({ ...entry, parties: [party], rows: own }, call.today);
    zip.file(toFileName(`${String(at + 1).padStart(3, "0")}-交接单-${party.name}.docx`), bytes);
    // Others are answered between two sheets.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ok({ name: `交接单-${entry.day}.zip`, bytes: zip.generate({ type: "uint8array" }) });
}

/** The change-of-pairing sheet of one handover. */
export async function composeHandoverChanges(call: Call, id: string): Promise<Result<File>> {
  const whole = await getWholeHandover(call, id);
  if (!whole.ok) return whole;
  const { entry, rows } = whole.value;
  const picture = await getPicture(call);
  const { tree, rules } = picture;
  const office = tree.find(rules.territory)?.name ?? formatPlace({ code: rules.territory, tree });
  const leaving = new Set(entry.parties.filter(({ role }) => role === "leaves").map((party) => party.id));
  const bytes = await composeChangeSheet({
    office: `${office}食品安全委员会办公室`,
    placeName: office,
    from: entry.day,
    to: entry.day,
    today: call.today,
    rows: rows.map(({ establishment, from, to }) => ({
      on: entry.day,
      establishment: establishment.name,
      placeName: establishment.placeName,
      grade: establishment.grade ?? "",
      before: from.name,
      after: to?.name ?? "无",
      reason: leaving.has(from.id) ? "official-left" : "reallocated",
    })),
  });
  return ok({ name: `包保关系调整表-${entry.day}.docx`, bytes });
}
