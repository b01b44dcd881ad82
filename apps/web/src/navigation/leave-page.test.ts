import { expect, it } from "vitest";
import { isPage, toOwnPath } from "./leave-page.js";
import { parseProviderSearch } from "./provider-search.js";

it.each([
  ["/registry?q=1", "/registry?q=1"],
  ["//elsewhere.example/", "/"],
  ["https://elsewhere.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
])("%s leads to %s", (path, to) => expect(toOwnPath(path)).toBe(to));

it.each([
  ["https://sso.example/authorize?a=1", true],
  ["http://127.0.0.1:8080/authorize", true],
  ["javascript:alert(1)", false],
  [" javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["//elsewhere.example", false],
  ["https:///elsewhere.example", false],
])("%s is a page: %s", (address, page) => expect(isPage(address)).toBe(page));

it("what a provider put into the address is read, and nothing else", () => {
  const brought = { state: "s", code: "c", iss: "https://sso.example", error: "access_denied" };
  expect(parseProviderSearch({ ...brought, session_state: "x", territory: "990106" })).toEqual(brought);
  expect(parseProviderSearch({ state: "" })).toEqual({});
});
