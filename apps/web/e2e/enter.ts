import { createClient } from "@shian/api/client";

/** The token of the office's person: given by the environment, or of a demonstration's own office person. */
export async function enterAsOffice(url: string): Promise<string> {
  const given = process.env.SHIAN_TOKEN;
  if (given !== undefined && given !== "") return given;
  const client = createClient({ url });
  const { demonstrationPeople } = await client.session.current.query({});
  const office = demonstrationPeople.find(({ role }) => role === "office");
  if (office === undefined) throw new Error("SHIAN_TOKEN is missing and the server is no demonstration");
  const answer = await client.session.enterDemonstration.mutate({
    txId: `walk-${crypto.randomUUID()}`,
    person: office.id,
    carry: "token",
  });
  if (answer.state !== "signed-in" || answer.token === null) throw new Error("the demonstration is closed");
  return answer.token;
}
