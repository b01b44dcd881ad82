// Public notice boards: a code for each establishment, given when its board is first printed, and what the code shows.
import { randomBytes } from "node:crypto";
import {
  type OperationArguments,
  type OperationOutput,
  ok,
  type PublicBoard,
  type Result,
  refuse,
  toPublicBoard,
} from "@shian/domain";
import { type Call, type ChangeCall, createCall, type Deps } from "../../deps.js";
import { readOptions } from "../commitment/options.service.js";
import { openOfficialPhones } from "../personal/phones.service.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { findByCode, findCodes, insertCodes } from "./board.repo.js";

/** 20 characters, 100 bits: nobody guesses another's, and no code tells anything of what it is for. */
const newCode = (): string => [...randomBytes(20)].map((byte) => ALPHABET[byte % 32]).join("");
// Crockford's 32 characters: none that is mistaken for another when somebody types a printed code.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const SHAPE = /^[0-9a-hjkmnp-tv-z]{20}$/;

/** The codes of these establishments; those without one get theirs. */
export async function issueBoards(
  call: ChangeCall,
  { establishments }: OperationArguments<"board.issue">,
): Promise<Result<OperationOutput<"board.issue">>> {
  const ids = [...new Set(establishments)];
  const { byId } = await getPartOfPicture(call, { establishments: ids, officials: [] });
  const absent = ids.find((id) => !byId.has(id));
  if (absent !== undefined) return refuse("request/not-found", { id: absent });
  const before = await findCodes(call.db, ids);
  const fresh = ids.filter((id) => !before.has(id));
  await insertCodes(call.db, new Map(fresh.map((id) => [id, newCode()])), call.now);
  for (const id of fresh)
    call.record({ objectKind: "establishment", objectId: id, what: "board-issued", fields: [] });
  const codes = await findCodes(call.db, ids);
  return ok({
    rows: ids.flatMap((id) => {
      const code = codes.get(id);
      const one = byId.get(id);
      return code === undefined || one === undefined ? [] : [{ id, name: one.facts.name, code }];
    }),
  });
}

/** What the public sees under a code, and the day; undefined where there is no such board. */
export async function findBoard(
  deps: Deps,
  code: string,
): Promise<{ readonly board: PublicBoard; readonly on: string } | undefined> {
  if (!SHAPE.test(code)) return undefined;
  const call: Call = createCall(deps, deps.database.db, "zh-CN");
  const id = await findByCode(call.db, code);
  if (id === undefined) return undefined;
  const picture = await getPicture(call);
  const one = picture.byId.get(id);
  if (one === undefined) return undefined;
  const official = one.official === null ? undefined : picture.officials.get(one.official.id);
  const phones = official === undefined ? undefined : await openOfficialPhones(call, official.id);
  const { options } = await readOptions(call);
  const board = toPublicBoard({
    establishment: {
      name: one.facts.name,
      creditCode: one.facts.creditCode,
      isActive: one.state === "active",
      grade: one.grade?.value ?? null,
    },
    official: official === undefined ? null : { ...official, officePhone: phones?.officePhone ?? null },
    soleTraders: options.soleTraders,
  });
  return { board, on: picture.asOf };
}
