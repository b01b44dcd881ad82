// Telephone numbers of the people of businesses' own arms: sealed when kept, masked when shown.
import { maskPhone, type Problem, parsePhone, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { listArmMobiles } from "../registry/arm-people.service.js";

const ARM = "armPerson.mobile";

/** A number as it is sealed for keeping; the reason why it cannot be one. */
export function sealArmMobile(call: Call, written: string): Result<string, Problem> {
  const parsed = parsePhone(written);
  return parsed.ok ? { ok: true, value: call.deps.keyring.seal(parsed.value, ARM) } : parsed;
}

/** The numbers of an establishment's people as they are shown, by person. */
export async function showArmMobiles(
  call: Call,
  establishment: string,
): Promise<ReadonlyMap<string, string>> {
  const sealed = await listArmMobiles(call.db, establishment);
  return new Map(
    [...sealed].map(([person, mobile]) => [person, maskPhone(call.deps.keyring.unseal(mobile, ARM))]),
  );
}

/** The number of one person in clear; undefined where none is kept or to be seen. */
export async function openArmMobile(
  call: Call,
  establishment: string,
  person: string,
): Promise<string | undefined> {
  const mobile = (await listArmMobiles(call.db, establishment)).get(person);
  return mobile === undefined ? undefined : call.deps.keyring.unseal(mobile, ARM);
}
