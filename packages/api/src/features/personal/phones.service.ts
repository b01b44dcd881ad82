// Telephone numbers of contacts and officials: sealed when kept, masked when shown, opened only for an import to
// compare and for whoever asks for one in clear.
import { type FindContactMobile, maskPhone, type OfficialPhones } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import {
  findContactMobile,
  findOfficialPhones,
  listContactMobiles,
  listOfficialPhones,
  saveContactMobiles,
  saveOfficialPhones,
} from "./personal.repo.js";

const CONTACT = "establishment.contactMobile";
const OFFICIAL = "official.mobile";

const openOrNull = (call: Call, sealed: string | null | undefined, field: string): string | null =>
  sealed === null || sealed === undefined ? null : call.deps.keyring.unseal(sealed, field);
const sealOrNull = (call: Call, text: string | null, field: string): string | null =>
  text === null ? null : call.deps.keyring.seal(text, field);
const maskOrNull = (text: string | null): string | null => (text === null ? null : maskPhone(text));

/** How an import finds the number kept of an establishment; each is opened only when it is asked for. */
export async function createContactFinder(call: Call): Promise<FindContactMobile> {
  const sealed = await listContactMobiles(call.db);
  return (id) => openOrNull(call, sealed.get(id), CONTACT);
}

/** Keeps numbers of contacts; null forgets one. */
export const keepContactMobiles = (
  call: ChangeCall,
  rows: readonly { readonly id: string; readonly contactMobile: string | null }[],
): Promise<void> =>
  saveContactMobiles(
    call.db,
    rows.map(({ id, contactMobile }) => ({ id, sealed: sealOrNull(call, contactMobile, CONTACT) })),
  );

/** The number of an establishment's contact in clear; undefined where the establishment is not to be seen. */
export async function openContactMobile(call: Call, id: string): Promise<string | null | undefined> {
  const sealed = await findContactMobile(call.db, id);
  return sealed === undefined ? undefined : openOrNull(call, sealed, CONTACT);
}

/** The number of an establishment's contact as it is shown. */
export const showContactMobile = async (call: Call, id: string): Promise<string | null> =>
  maskOrNull((await openContactMobile(call, id)) ?? null);

/** The numbers of many establishments' contacts as a file shows them: masked, or in clear where that was allowed. */
export async function listShownContacts(
  call: Call,
  { inClear }: { readonly inClear: boolean },
): Promise<FindContactMobile> {
  const find = await createContactFinder(call);
  return inClear ? find : (id) => maskOrNull(find(id));
}

/** How an import finds the numbers kept of an official. */
export async function createPhonesFinder(call: Call): Promise<(id: string) => OfficialPhones> {
  const stored = await listOfficialPhones(call.db);
  return (id) => {
    const phones = stored.get(id);
    return {
      officePhone: phones?.officePhone ?? null,
      mobile: openOrNull(call, phones?.mobile, OFFICIAL),
    };
  };
}

/** Keeps numbers of officials. */
export const keepOfficialPhones = (
  call: ChangeCall,
  rows: readonly (OfficialPhones & { readonly id: string })[],
): Promise<void> =>
  saveOfficialPhones(
    call.db,
    rows.map(({ id, officePhone, mobile }) => ({
      id,
      officePhone,
      mobile: sealOrNull(call, mobile, OFFICIAL),
    })),
  );

/** The numbers of an official, the mobile in clear; undefined where the official is not to be seen. */
export async function openOfficialPhones(call: Call, id: string): Promise<OfficialPhones | undefined> {
  const stored = await findOfficialPhones(call.db, id);
  if (stored === undefined) return undefined;
  return { officePhone: stored.officePhone, mobile: openOrNull(call, stored.mobile, OFFICIAL) };
}

/** The numbers of all officials whom who asks sees, as a file shows them: mobiles masked, or in clear where allowed. */
export async function listShownOfficialPhones(
  call: Call,
  { inClear }: { readonly inClear: boolean },
): Promise<ReadonlyMap<string, OfficialPhones>> {
  const stored = await listOfficialPhones(call.db);
  return new Map(
    [...stored].map(([id, { officePhone, mobile }]) => {
      const open = openOrNull(call, mobile, OFFICIAL);
      return [id, { officePhone, mobile: inClear ? open : maskOrNull(open) }];
    }),
  );
}

/** The numbers of an official as they are shown: the office's whole (F1-38), the mobile masked. */
export async function showOfficialPhones(call: Call, id: string): Promise<OfficialPhones> {
  const phones = await openOfficialPhones(call, id);
  return { officePhone: phones?.officePhone ?? null, mobile: maskOrNull(phones?.mobile ?? null) };
}
