// Ways to the outside identity provider and back, and whose accounts are linked to it.
import { and, count, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import { latestBy } from "../../clock-slack.js";
import type { Db } from "../../storage/database.js";
import { personTable } from "../people/people.table.js";
import { credentialTable, providerFlowTable } from "./session.table.js";

export type ProviderFlow = typeof providerFlowTable.$inferSelect;

/** As whom a provider knows a person. */
export type ProviderLink = { readonly issuer: string; readonly subject: string };

export async function insertFlow(db: Db, flow: ProviderFlow): Promise<void> {
  await db.insert(providerFlowTable).values(flow);
}

/** How many people from the address are at the provider now. */
export async function countFlows(db: Db, address: string, now: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(providerFlowTable)
    .where(
      and(
        eq(providerFlowTable.address, address),
        isNull(providerFlowTable.usedAt),
        gt(providerFlowTable.endsAt, now),
      ),
    );
  return row?.open ?? 0;
}

/** Uses the flow up and gives it; undefined when there is none that is open. */
export async function spendFlow(db: Db, stateHash: string, now: string): Promise<ProviderFlow | undefined> {
  const [row] = await db
    .update(providerFlowTable)
    .set({ usedAt: now })
    .where(
      and(
        eq(providerFlowTable.stateHash, stateHash),
        isNull(providerFlowTable.usedAt),
        gt(providerFlowTable.endsAt, now),
        lte(providerFlowTable.createdAt, latestBy(now)),
      ),
    )
    .returning();
  return row;
}

/** Forgets flows that had ended by the instant. */
export async function deleteOldFlows(db: Db, before: string): Promise<void> {
  await db.delete(providerFlowTable).where(lte(providerFlowTable.endsAt, before));
}

/** Whose account is linked to it, whatever its state. */
export async function findLinked(
  db: Db,
  { issuer, subject }: ProviderLink,
): Promise<{ readonly id: string; readonly username: string } | undefined> {
  const [row] = await db
    .select({ id: personTable.id, username: personTable.username })
    .from(credentialTable)
    .innerJoin(personTable, eq(personTable.id, credentialTable.personId))
    .where(and(eq(credentialTable.oidcIssuer, issuer), eq(credentialTable.oidcSubject, subject)));
  return row;
}

/** As whom the person's account is linked. */
export async function findLinkOf(db: Db, personId: string): Promise<ProviderLink | undefined> {
  const [row] = await db
    .select({ issuer: credentialTable.oidcIssuer, subject: credentialTable.oidcSubject })
    .from(credentialTable)
    .where(and(eq(credentialTable.personId, personId), isNotNull(credentialTable.oidcIssuer)));
  const { issuer = null, subject = null } = row ?? {};
  return issuer === null || subject === null ? undefined : { issuer, subject };
}

/** Links the account, which may have no password yet, or with `undefined` unlinks it. */
export async function saveLink(
  db: Db,
  personId: string,
  link: ProviderLink | undefined,
  now: string,
): Promise<void> {
  const set = { oidcIssuer: link?.issuer ?? null, oidcSubject: link?.subject ?? null, updatedAt: now };
  await db
    .insert(credentialTable)
    .values({ personId, ...set, earlierHashes: [], recoveryHashes: [] })
    .onConflictDoUpdate({ target: credentialTable.personId, set });
}
