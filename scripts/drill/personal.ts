// Bar S9: personal data stays in. Brings in 2,000 fake telephone and identity numbers with a register, officials and
// people; then looks for any of them, whole, in every answer of every query for every role, in every download, in errors,
// in log lines, and in every table at rest. The drill first plants numbers and must find them in each of these places.
import { createClient } from "../../packages/api/src/client/index.js";
import { writeCsv } from "../../packages/api/src/documents/write-spreadsheet.js";
import { allocate } from "../../packages/api/src/testing/allocate.js";
import type { Known } from "../../packages/api/src/testing/compose-inputs.js";
import {
  createTestApp,
  type SignedIn,
  type TestApp,
} from "../../packages/api/src/testing/create-test-app.js";
import {
  createSeeker,
  dumpTables,
  listTableIds,
  makeFakeNumbers,
  type Seeker,
} from "../../packages/api/src/testing/fake-numbers.js";
import { importFile } from "../../packages/api/src/testing/run-import.js";
import {
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "../../packages/domain/src/fixture-city/index.js";
import {
  grantableRoles,
  type OperationId,
  operations,
  toPlainDate,
} from "../../packages/domain/src/index.js";
import { type Asked, askEverything, type Questions, takeEverything } from "./personal-ask.js";
import { makeMoreInputs } from "./personal-inputs.js";

const ESTABLISHMENTS = 960;
const PEOPLE = 20;
const office = "990106";
const quarterStart = toPlainDate("2026-10-01");

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
type Numbers = { readonly phones: readonly string[]; readonly ids: readonly string[] };

/** The table with numbers in one of its columns, or in one of its own that the product does not know. */
function withColumn({ headers, rows }: Table, header: string, values: readonly string[]): Table {
  const at = headers.indexOf(header);
  const place = (row: readonly string[], value: string) =>
    at === -1 ? [...row, value] : row.map((cell, column) => (column === at ? value : cell));
  return {
    headers: at === -1 ? [...headers, header] : headers,
    rows: rows.map((row, index) => place(row, values[index] ?? "")),
  };
}

async function bringIn(app: TestApp, kind: "registry" | "territories" | "officials", table: Table) {
  const bytes = await writeCsv(table);
  const run = await importFile(app, { kind, name: `${kind}.csv`, bytes });
  if (run.status !== "applied") throw new Error(`${kind}: ${run.status} ${JSON.stringify(run.failure)}`);
  return run;
}

/** An office with the numbers in it: contacts, an unknown column, wrong columns, officials, accounts. */
async function settle(app: TestApp, { phones, ids }: Numbers): Promise<Known> {
  const territories = generateTerritoryRows();
  await bringIn(app, "territories", territories);
  await app.client.office.chooseTerritory.mutate({ txId: app.newTxId(), territory: office });
  const register = generateRegisterRows({ seed: "personal", count: ESTABLISHMENTS, quarterStart });
  const contacts = withColumn(register, "联系电话", phones);
  const whole = withColumn(contacts, "经营者身份证", ids);
  const refused = whole.rows.slice(0, 20).map((row, index) => ["", ids[index] ?? "", ...row.slice(2)]);
  const misplaced = whole.rows
    .slice(0, 20)
    .map((row, index) => [`甲${index}`, ids[index] ?? "", "", ...row.slice(3)]);
  const wrong = whole.rows
    .slice(0, 20)
    .map((row, index) =>
      row.map((cell, column) => (whole.headers[column] === "开业日期" ? (phones[index] ?? "") : cell)),
    );
  const run = await bringIn(app, "registry", {
    headers: whole.headers,
    rows: [...whole.rows, ...refused, ...misplaced, ...wrong],
  });
  const officials = generateOfficialRows({ seed: "personal", quarterStart });
  await bringIn(app, "officials", withColumn(officials, "手机", phones.slice(ESTABLISHMENTS)));
  await allocate(app);
  const { rows } = await app.client.registry.list.query({ limit: 1 });
  const [establishment] = rows;
  const { rows: directory } = await app.client.official.list.query({ limit: 1 });
  if (establishment === undefined || directory[0] === undefined) throw new Error("an empty register");
  const visit = await submitVisit(app, establishment.id, directory[0].id);
  const listIds = async (table: string) => (await listTableIds(app.database, table)).slice(0, 2);
  const others = [visit, ...(await listIds("person")), ...(await listIds("job"))];
  const files = await listIds("import_file");
  return {
    establishment: establishment.id,
    official: directory[0].id,
    run: run.id,
    territory: office,
    ids: others,
    files,
  };
}

async function submitVisit(app: TestApp, establishment: string, official: string): Promise<string> {
  const checklist = await app.client.visit.checklist.query({ establishment });
  const visit = await app.client.visit.submit.mutate({
    txId: app.newTxId(),
    establishment,
    official,
    madeOn: "2026-11-24",
    mode: "on-site",
    checklist: checklist.id,
    answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" })),
  });
  return visit.id;
}

/** Everyone who can enter: each role where it belongs, and somebody without an account. */
async function enterEveryone(app: TestApp, known: Known): Promise<ReadonlyMap<string, SignedIn>> {
  const people = new Map<string, SignedIn>();
  for (const role of grantableRoles) {
    const isPlaced = !["official", "business", "system", "security", "audit"].includes(role);
    people.set(
      role,
      await app.clientAs({
        role,
        territory: isPlaced ? office : null,
        official: role === "official" ? known.official : null,
        establishment: role === "business" ? known.establishment : null,
      }),
    );
  }
  return people;
}

type Round = { readonly asked: Asked; readonly files: number; readonly rows: number };

/** One look everywhere. */
async function look(
  app: TestApp,
  people: ReadonlyMap<string, SignedIn>,
  questions: Questions,
  seeker: Seeker,
): Promise<Round> {
  const asked: Asked = { answers: 0, refusals: 0, answered: new Set() };
  let files = 0;
  const nobody = createClient({ ...app.clientOptions, headers: {} });
  for (const [who, { client, token }] of [
    ...people,
    ["nobody", { client: nobody, token: undefined }] as const,
  ]) {
    await askEverything(client, questions, seeker, asked, who);
    files += await takeEverything(app, token, questions.known, seeker, who);
  }
  for (const line of app.logged) seeker.read("log", line);
  const tables = await dumpTables(app.database);
  for (const { name, text } of tables) seeker.read(`table ${name}`, text);
  return { asked, files, rows: tables.length };
}

/** Keeps numbers of accounts as the product does, through the keyring. */
async function sealPeople(app: TestApp, { phones, ids }: Numbers, offset: number): Promise<void> {
  const { keyring, database } = app.deps;
  for (let n = 0; n < PEOPLE; n += 1) {
    const mobile = keyring.seal(phones[offset + n] ?? "", "person.mobile");
    const idNumber = keyring.seal(ids[n] ?? "", "person.idNumber");
    const person = await app.clientAs({ role: "unit", territory: office });
    await database.exec(
      `update person set mobile = '${mobile}', id_number = '${idNumber}' where id = '${person.personId}'`,
    );
  }
}

/** Statements that fail with numbers in them, as a broken database makes every operation do. */
async function breakStorage(app: TestApp, { phones }: Numbers, known: Known): Promise<void> {
  await app.database.exec("alter table establishment rename to establishment_away");
  for (const phone of phones.slice(0, 20))
    await app.client.registry.correct
      .mutate({
        txId: app.newTxId(),
        id: known.establishment,
        version: 1,
        changes: { personInCharge: phone },
      })
      .catch(() => undefined);
  const bytes = await writeCsv({
    headers: ["主体名称", "统一社会信用代码", "联系电话"],
    rows: phones.slice(0, 50).map((phone, index) => [`店${index}`, "91350100M000100Y43", phone]),
  });
  await importFile(app, { kind: "registry", name: "late.csv", bytes }).catch(() => undefined);
  await app.database.exec("alter table establishment_away rename to establishment");
}

/** True when the planted numbers were found everywhere and no other was found anywhere. */
export async function drillPersonal(): Promise<boolean> {
  const started = performance.now();
  const numbers = makeFakeNumbers(1_000);
  const app = await createTestApp({ today: "2026-11-24" });
  try {
    const known = await settle(app, numbers);
    await sealPeople(app, numbers, ESTABLISHMENTS + 20);
    const people = await enterEveryone(app, known);
    const more = await makeMoreInputs(app, people, known, numbers.phones.slice(0, 20));
    const questions = { known, more };
    await breakStorage(app, numbers, known);

    const planted = createSeeker(numbers);
    const [phone = "", other = ""] = numbers.phones;
    const before = app.logged.length;
    app.logged.push(`planted ${other}`);
    const correct = async (address: string | null) => {
      const { establishment } = await app.client.registry.get.query({ id: known.establishment });
      const { id, version } = establishment;
      await app.client.registry.correct.mutate({ txId: app.newTxId(), id, version, changes: { address } });
    };
    await correct(phone);
    await look(app, people, questions, planted);
    const kinds = [
      "registry.get as",
      "/api/export/registry.csv as",
      "/api/export/registry.xlsx as",
      "log",
      "table ",
    ];
    const missed = kinds.filter((kind) => !planted.found().some((where) => where.startsWith(kind)));
    console.log(
      `planted: found in ${planted.found().length} places${missed.length > 0 ? `, NOT in ${missed.join(", ")}` : ""}`,
    );
    app.logged.splice(before, 1);
    await correct(null);

    const seeker = createSeeker(numbers, new Set([phone]));
    const { asked, files, rows } = await look(app, people, questions, seeker);
    for (const where of seeker.found().slice(0, 30)) console.log(`FOUND in ${where}`);
    const queries = Object.values(operations).filter(({ kind }) => kind === "query").length;
    const leaks = seeker.found().length;
    const silent = Object.keys(operations).filter(
      (id) => operations[id as OperationId].kind === "query" && !asked.answered.has(id as OperationId),
    );
    const held = missed.length === 0 && leaks === 0 && silent.length === 0;
    if (silent.length > 0) console.log(`never answered anybody here: ${silent.join(", ")}`);
    console.log(
      `personal: ${held ? "held" : "MISSED"}; ${numbers.phones.length + numbers.ids.length} numbers, ` +
        `${queries - silent.length}/${queries} queries answered × ${people.size + 1} askers = ${asked.answers} answers and ` +
        `${asked.refusals} refusals, ${files} files, ${app.logged.length} log lines, ${rows} tables at rest: ` +
        `${leaks} found (bar 0); planted found in ${kinds.length - missed.length}/${kinds.length} kinds of ` +
        `place; ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
    return held;
  } finally {
    await app.close();
  }
}
