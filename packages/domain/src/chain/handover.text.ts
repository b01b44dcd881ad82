import type { Catalogue } from "../kernel/text.js";
import type { handoverRoles } from "./handover.contract.js";
import type { HandoverProblemCode } from "./handover.problem.js";

type Role = (typeof handoverRoles)[number];

/** Sentences of handovers, and what an official's part in one is called. */
export const handoverText: Catalogue<HandoverProblemCode | `handover-role/${Role}`> = {
  "zh-CN": {
    "handover/named-twice": "干部 {official} 选了两次，请只留一次。",
    "handover/not-in-post": "干部 {official} 在 {day} 不在岗，名下也没有主体，无需交接。",
    "handover/post-begins-then": "干部 {official} 的现岗位从 {from} 起，交接日须晚于这一天。",
    "handover/later-post":
      "干部 {official} 从 {from} 起已录入另一岗位，请把交接日改到那天以后，或先更正岗位。",
    "handover/same-post": "干部 {official} 的新岗位与现岗位相同，没有什么可交接。",
    "handover/own-successor": "干部 {official} 不能接手自己交出的主体，请另选接手人。",
    "handover/successor-leaves": "接手人 {successor} 也在本次交接中离岗，请另选接手人。",
    "handover/beyond-reach":
      "干部 {official} 另有 {count} 家主体或一部分包保范围不在您的管辖内，请由上级食安办办理交接。",
    "handover/pairing-later":
      "主体 {establishment} 从 {from} 起已有另外的包保安排，{day} 的交接会改掉它，请把交接日改到那天以后。",
    "handover/changed-since": "预览之后又有变动，没有办理，请重新预览后再办。",
    "handover/undone": "这次交接已经撤销过了。",
    "handover/undo-late": "办理交接已满 {hours} 小时，不能再撤销，请另行办理一次交接。",
    "handover/undo-pairing": "主体 {establishment} 在交接之后又调整了包保，不能整体撤销，请另行调整。",
    "handover/undo-given": "交接之后又有主体分给了干部 {official}，不能整体撤销，请另行调整。",
    "handover/undo-post": "干部 {official} 的岗位在交接之后又改过，不能整体撤销，请另行更正。",
    "handover/undo-commitment": "干部 {official} 在交接之后又签了承诺书，不能整体撤销，请另行调整。",
    "handover/undo-stand-in": "干部 {official} 的代为督导在交接之后又改过，不能整体撤销，请另行调整。",
    "handover-role/leaves": "离岗",
    "handover-role/moves": "调岗",
    "handover-role/receives": "接手",
  },
  en: {
    "handover/named-twice": "Official {official} is chosen twice; keep one.",
    "handover/not-in-post":
      "Official {official} is not in a post on {day} and holds no establishment; there is nothing to hand over.",
    "handover/post-begins-then":
      "The present post of official {official} begins on {from}; the day of the handover must be later.",
    "handover/later-post":
      "Another post of official {official} is entered from {from} on; choose a later day, or correct the post first.",
    "handover/same-post":
      "The new post of official {official} is the present one; there is nothing to hand over.",
    "handover/own-successor":
      "Official {official} cannot take over what they hand over themselves; choose another.",
    "handover/successor-leaves":
      "{successor} leaves in the same handover and cannot take over; choose another.",
    "handover/beyond-reach":
      "{count} establishments of official {official}, or a part of their jurisdiction, lie beyond your territory; the office above has to hand over.",
    "handover/pairing-later":
      "Another pairing of establishment {establishment} is entered from {from} on and a handover on {day} would undo it; choose a later day.",
    "handover/changed-since": "Something changed after the preview, so nothing was done; preview again.",
    "handover/undone": "This handover was undone already.",
    "handover/undo-late":
      "The handover was made more than {hours} hours ago and can no longer be undone; make another one.",
    "handover/undo-pairing":
      "The pairing of establishment {establishment} changed after the handover, so it cannot be undone as a whole; change it by hand.",
    "handover/undo-given":
      "Official {official} was given establishments after the handover, so it cannot be undone as a whole; change it by hand.",
    "handover/undo-post":
      "The post of official {official} changed after the handover, so it cannot be undone as a whole; correct it by hand.",
    "handover/undo-commitment":
      "Official {official} signed after the handover, so it cannot be undone as a whole; change it by hand.",
    "handover/undo-stand-in":
      "A stand-in of official {official} changed after the handover, so it cannot be undone as a whole; change it by hand.",
    "handover-role/leaves": "leaves",
    "handover-role/moves": "moves",
    "handover-role/receives": "receives",
  },
};
