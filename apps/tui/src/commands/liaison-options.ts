// Options of the commands about the directory, its groups and questions.
import { dutyKinds, questionStates } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const word = text("文字", "TEXT");

export const liaisonOptions: Readonly<Record<string, OptionSpec>> = {
  subject: { type: "string", placeholder: word, help: text("标题，一句话", "the subject, one sentence") },
  text: { type: "string", placeholder: word, help: text("内容", "the text") },
  "question-state": {
    type: "string",
    multiple: true,
    list: true,
    values: questionStates,
    help: text("问题的状态，可用逗号并列", "states of questions, commas between"),
  },
  step: {
    type: "string",
    values: ["supplement", "return", "pass", "split", "ask-again", "withdraw", "read"],
    help: text("怎样办", "what to do"),
  },
  unread: { type: "boolean", help: text("只看已答复、还没看的", "only what is answered and unread") },
  "duty-kind": { type: "string", values: dutyKinds, help: text("岗位类别", "kind of post") },
  name: { type: "string", placeholder: word, help: text("姓名，或群名", "name of the person or group") },
  unit: { type: "string", placeholder: word, help: text("单位", "the unit") },
  title: { type: "string", placeholder: word, help: text("职务", "the title") },
  "office-phone": { type: "string", placeholder: word, help: text("办公电话", "office phone") },
  mobile: {
    type: "string",
    placeholder: word,
    help: text("手机，加密保存", "mobile number, kept encrypted"),
  },
  one: { type: "string", placeholder: text("编号", "ID"), help: text("联络人的岗位", "the post of the one") },
};
