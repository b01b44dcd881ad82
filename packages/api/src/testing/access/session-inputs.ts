// What the access matrix asks of signing in, sessions, devices, the first setting up and keys.
import { type OperationId, toPlainDate } from "@shian/domain";
import type { Row } from "./input-row.js";

const nextMonth = toPlainDate("2026-12-01");
const token = "a".repeat(43);
const ownAccount = "only ever the account of who asks, and what is theirs";
const beforeSignIn = "asked before anybody is known";
const machine = "about the installation itself";

type Own = Extract<
  OperationId,
  `session.${string}` | `device.${string}` | `setup.${string}` | `key.${string}`
>;

export const sessionInputs: { readonly [Id in Own]: Row<Id> } = {
  "session.current": { about: "none", why: ownAccount, inputs: [{}] },
  "session.begin": {
    about: "none",
    why: beforeSignIn,
    inputs: [{ username: "nobody.here", password: "不是密码", carry: "token" }],
  },
  "session.secondFactor": {
    about: "none",
    why: beforeSignIn,
    inputs: [{ challenge: token, code: "123456" }],
  },
  "session.goToProvider": { about: "none", why: beforeSignIn, inputs: [{ back: "/" }] },
  "session.returnFromProvider": { about: "none", why: beforeSignIn, inputs: [{ state: token, code: token }] },
  "session.end": { about: "none", why: ownAccount, inputs: [{}] },
  "session.list": { about: "none", why: ownAccount, inputs: [{}] },
  "session.revoke": { about: "objects", inputs: ({ session }) => [{ id: session }] },
  "session.changePassword": {
    about: "none",
    why: ownAccount,
    inputs: [{ current: "不是密码", next: "Xin-mi-ma-2026!" }],
  },
  "session.beginTotp": { about: "none", why: ownAccount, inputs: [{ password: "不是密码" }] },
  "session.confirmTotp": { about: "none", why: ownAccount, inputs: [{ code: "123456" }] },
  "session.removeTotp": {
    about: "none",
    why: ownAccount,
    inputs: [{ password: "不是密码", code: "123456" }],
  },
  "session.newRecoveryCodes": { about: "none", why: ownAccount, inputs: [{ code: "123456" }] },
  "session.enterDemonstration": {
    about: "objects",
    inputs: ({ person }) => [{ person, carry: "token" }],
  },
  "session.openLink": { about: "none", why: beforeSignIn, inputs: [{ token }] },
  "session.useLink": { about: "none", why: beforeSignIn, inputs: [{ token, password: "Xin-mi-ma-2026!" }] },
  "device.begin": { about: "none", why: beforeSignIn, inputs: [{ name: "终端" }] },
  "device.poll": { about: "none", why: beforeSignIn, inputs: [{ deviceCode: token }] },
  "device.open": { about: "none", why: ownAccount, inputs: [{ userCode: "BCDF-GHJK" }] },
  "device.confirm": { about: "none", why: ownAccount, inputs: [{ userCode: "BCDF-GHJK", approve: true }] },
  "setup.state": { about: "none", why: machine, inputs: [{}] },
  "setup.begin": {
    about: "none",
    why: machine,
    inputs: [
      {
        token,
        administrators: (["system", "security", "audit"] as const).map((role) => ({
          role,
          name: role,
          username: `${role}.new`,
          password: "Xin-mi-ma-2026!",
        })),
      },
    ],
  },
  "key.create": {
    about: "none",
    why: ownAccount,
    inputs: [{ name: "钥匙", scope: ["registry.list", "people.get"], lastDay: nextMonth }],
  },
  "key.list": { about: "none", why: ownAccount, inputs: [{}] },
  "key.revoke": { about: "objects", inputs: ({ key }) => [{ id: key }] },
};
