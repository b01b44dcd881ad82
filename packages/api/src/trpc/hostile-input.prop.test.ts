// S11: whatever is sent to whichever operation, the answer is data or reasons, never a bug of ours and never stack
// text. The demonstration city stands behind it, so that valid inputs reach real records; each operation is asked by
// somebody who may, by one of a township and by nobody. Ten times as many: `npm run drill -- walker`.
import { type OperationId, operations } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countSockets } from "../testing/walker/count-sockets.js";
import { findWalkFault } from "../testing/walker/find-walk-fault.js";
import { openWalker, type Walker } from "../testing/walker/open-walker.js";
import { askPlanted, plantedFaults, plantedFetch } from "../testing/walker/planted.js";
import { walkOperation } from "../testing/walker/walk-operation.js";

const TRIES = 20;
const seed = 20_261_124;

let walker: Walker;
beforeAll(async () => {
  walker = await openWalker();
}, 120_000);
afterAll(() => walker.close());

const options = { tries: TRIES / 2, seed };

describe.each(Object.keys(operations) as OperationId[])("%s", (id) => {
  it("answers valid inputs with data or reasons", async () => {
    const { sent, faults } = await walkOperation(walker, id, "valid", options);
    expect(faults).toEqual([]);
    expect(sent).toBe((3 * TRIES) / 2);
  });

  it("answers broken inputs with reasons", async () => {
    const { sent, faults } = await walkOperation(walker, id, "broken", options);
    expect(faults).toEqual([]);
    expect(sent).toBe((3 * TRIES) / 2);
  });

  it("refuses an unknown key", async () => {
    expect(await walkOperation(walker, id, "unknown-key", options)).toEqual({ sent: 3, faults: [] });
  });
});

it.each(plantedFaults)("a planted fault of $id is found", async ({ id, kind, says }) => {
  const planted = walker.answeredBy(askPlanted(walker.test.deps));
  const { faults } = await walkOperation(planted, id, kind, options);
  expect(faults.join("\n")).toMatch(says);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

it("a planted fetch is counted at the socket", async () => {
  const sockets = countSockets();
  await walkOperation(walker.answeredBy(askPlanted(walker.test.deps)), plantedFetch.id, "valid", options);
  sockets.stop();
  expect(sockets.opened).toContain(plantedFetch.target);
  const before = sockets.opened.length;
  await fetch(`http://${plantedFetch.target}/`).catch(() => undefined);
  expect(sockets.opened).toHaveLength(before);
});

it.each([
  [200, '{"name":"at home"}', undefined],
  [400, '{"code":"request/invalid-input"}', undefined],
  [200, "select a place", undefined],
  [400, "select a place", "text of the inside: select "],
  [400, "at run (/srv/a.ts:10:3)", "stack text: at run (/srv/a.ts:10"],
  [200, "at run (/srv/a.js:10:3)", "stack text: at run (/srv/a.js:10"],
  [503, "{}", "503: {}"],
])("%i %s: %s", (status, text, fault) => expect(findWalkFault({ status, text })).toBe(fault));
