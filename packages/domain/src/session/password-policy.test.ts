import { expect, it } from "vitest";
import { findPasswordEnd, findPasswordFaults, type PasswordProfile } from "./password-policy.js";

const short = "session/password-short";
const classes = "session/password-classes";
const common = "session/password-common";

it.each<[PasswordProfile, string, string[]]>([
  ["dengbao3", "Lanwan-889", []],
  ["dengbao3", "Lanwan-88", [short]],
  ["dengbao3", "lanwan-889", []],
  ["dengbao3", "lanwanjiedao", [classes]],
  ["dengbao3", "lanwan8899", [classes]],
  ["dengbao3", "望澜街道Ab12Cd34", []],
  ["dengbao3", "Password2026!", [common]],
  ["dengbao3", "P@ssw0rd_2026", [common]],
  ["dengbao3", "Aa1!Aa1!Aa1!", [common]],
  ["dengbao3", "Yanqinghe-2026", ["session/password-holds-username"]],
  ["dengbao3", "", [short, classes]],
  ["dengbao3", `${"Ab1-".repeat(32)}x`, ["session/password-long"]],
  ["asvs", "correct horse battery", []],
  ["asvs", "lanwanjiedaobangongshi", []],
  ["asvs", "fourteen chars", [short]],
  ["asvs", "password20262026", [common]],
])("%s: %s → %j", (profile, password, faults) =>
  expect(findPasswordFaults({ password, username: "yanqinghe", profile }).map(({ code }) => code)).toEqual(
    faults,
  ),
);

it.each<[PasswordProfile, string | null, string | undefined]>([
  ["dengbao3", "2026-08-26T04:00:00.000Z", "2026-11-24T04:00:00.000Z"],
  ["dengbao3", null, undefined],
  ["asvs", "2020-01-01T00:00:00.000Z", undefined],
])("%s: a password of %s must be changed at %s", (profile, changedAt, end) =>
  expect(findPasswordEnd({ changedAt, profile })).toBe(end),
);
