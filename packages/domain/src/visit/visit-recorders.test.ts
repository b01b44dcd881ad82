import { expect, it } from "vitest";
import { listRecorders, proposeVisitMaker } from "./visit-recorders.js";

it.each([
  [["official"], ["o2"]],
  [["official", "regulator", "leader"], ["o2"]],
  [["official", "office"], null],
  [["office"], null],
] as const)("%j records the visits of %j", (roles, recorders) => {
  expect(listRecorders({ roles, officials: ["o2"] })).toEqual(recorders);
});

it.each([
  ["the office: who answers", "o1", null, [], "o1", null],
  ["the office, where nobody answers: nobody", null, null, [], null, null],
  ["an official's own", "o2", ["o2"], [], "o2", null],
  ["somebody else's, joint", "o1", ["o2"], [], "o2", null],
  ["in the place of who answers", "o1", ["o2"], ["o1"], "o2", "o1"],
  ["a stand-in for another official", "o1", ["o2"], ["o4"], "o2", null],
  ["where nobody answers", null, ["o2"], ["o1"], "o2", null],
  ["two posts, one of which answers", "o3", ["o2", "o3"], ["o3"], "o3", null],
  ["an official without a post", "o1", [], [], null, null],
] as const)("%s", (_, pairing, recorders, standsInFor, official, standInFor) => {
  expect(proposeVisitMaker({ pairing, recorders, standsInFor })).toEqual({ official, standInFor });
});
