// Another program calling a running Shian with full types. SHIAN_TOKEN is an API key, made under “My account”:
//   SHIAN_URL=http://127.0.0.1:3000 SHIAN_TOKEN=… tsx examples/outside-script.ts
import { createClient, toProblems } from "@shian/api/client";

const client = createClient({
  url: process.env.SHIAN_URL ?? "http://127.0.0.1:3000",
  headers: { authorization: `Bearer ${process.env.SHIAN_TOKEN ?? ""}` },
});

const office = await client.office.status.query({});
console.log(`${office.territory.name}: ${office.counts.establishments} establishments on ${office.today}`);

const page = await client.registry.list.query({ filter: { answered: false }, limit: 5 });
console.log(`${page.total} without an official, the first ${page.rows.length}:`);
for (const row of page.rows) console.log(` ${row.grade ?? "-"} ${row.name}`);

const coverage = await client.coverage.measure.query({});
console.log(`${coverage.period}: ${coverage.total.total.done} of ${coverage.total.total.due} visited`);

try {
  await client.registry.get.query({ id: "no-such-establishment" });
} catch (error) {
  console.log(`refused as expected: ${toProblems(error).map((one) => one.code)}`);
}
