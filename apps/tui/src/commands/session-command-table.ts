// The commands of signing in, as `command-table.ts` lists them.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const sessionCommands: readonly CommandSpec[] = [
  {
    name: "login",
    group: "other",
    server: true,
    summary: text("登录：把代码填到网页上", "sign in by a code that is let in on the web"),
    arguments: [],
    options: [],
    formats: [],
    examples: ["shian login --url https://shian.example.cn"],
    load: async () => (await import("./session-commands.js")).login,
  },
  {
    name: "logout",
    group: "other",
    server: true,
    summary: text("退出登录", "sign out"),
    arguments: [],
    options: [],
    formats: [],
    examples: ["shian logout"],
    load: async () => (await import("./session-commands.js")).logout,
  },
  {
    name: "whoami",
    group: "other",
    server: true,
    summary: text("当前是谁，有哪些权限", "who asks, and what they may"),
    arguments: [],
    options: [],
    formats: ["json"],
    examples: ["shian whoami --json"],
    load: async () => (await import("./session-commands.js")).whoami,
  },
];
