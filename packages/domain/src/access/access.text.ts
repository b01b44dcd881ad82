// Sentences about requests as a whole.
import type { Catalogue } from "../kernel/text.js";
import type { RequestProblemCode } from "./request.problem.js";

export const accessText: Catalogue<RequestProblemCode> = {
  "zh-CN": {
    "request/invalid-input": "请求里的 {path} 不符合要求：{reason}。请改正后再试。",
    "request/not-found": "没有找到“{id}”，可能不存在，也可能不在您的属地内。",
    "request/stale": "这条记录已被 {who} 在 {at} 改过，您的修改没有保存。请刷新后再改。",
    "request/cursor": "翻页位置已经失效，请回到第一页。",
    "request/reused-transaction": "同一个事务号用在了两个不同的操作上，第二个没有执行。请重新提交。",
    "request/not-json": "修改只接受 JSON 请求，并须带 x-shian 请求头。",
    "request/too-large": "文件有 {size} MiB，最多 {most} MiB，请拆成几个文件。",
    "request/not-ready": "现在还不能这样做：当前状态是“{status}”。",
    "request/nothing-to-do": "没有要做的事：没有主体，或没有任何改变。",
    "request/internal": "系统出了差错，这次操作没有生效。请稍后再试；编号 {reference} 可用来查日志。",
    "request/unreachable": "连不上服务器。请确认食安正在运行，再试一次；没有提交的内容还在这里。",
  },
  en: {
    "request/invalid-input":
      "{path} in the request is not as it must be: {reason}. Correct it and try again.",
    "request/not-found": "“{id}” was not found; it may not exist or may lie outside your territory.",
    "request/stale":
      "{who} changed this record at {at}; your change was not saved. Reload it and change it again.",
    "request/cursor": "This page position is no longer valid; go back to the first page.",
    "request/reused-transaction":
      "One transaction id was used for two operations; the second was not done. Submit it again.",
    "request/not-json": "A change must be sent as JSON with the x-shian header.",
    "request/too-large": "The file has {size} MiB, at most {most} MiB; split it.",
    "request/not-ready": "This cannot be done now: the state is “{status}”.",
    "request/nothing-to-do": "There is nothing to do: no establishment, or no change.",
    "request/internal":
      "Something went wrong here and nothing was changed. Try again later; {reference} finds it in the log.",
    "request/unreachable":
      "The server cannot be reached. Make sure that Shian is running and try again; what was not sent is still here.",
  },
};
