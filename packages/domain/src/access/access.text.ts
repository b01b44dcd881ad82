// Sentences about requests as a whole.
import type { Catalogue } from "../kernel/text.js";
import type { AccessProblemCode } from "./access.problem.js";
import type { RequestProblemCode } from "./request.problem.js";

export const accessText: Catalogue<RequestProblemCode | AccessProblemCode | "request/stale-unnamed"> = {
  "zh-CN": {
    "request/invalid-input": "请求里的 {path} 不符合要求：{reason}。请改正后再试。",
    "request/not-found": "没有找到“{id}”，可能不存在，也可能不在您的属地内。",
    "request/stale": "这条记录已被 {who} 在 {at} 改过，您的修改没有保存。请刷新后再改。",
    "request/stale-unnamed": "这条记录已被改过，您的修改没有保存。请刷新后再改。",
    "request/cursor": "翻页位置已经失效，请回到第一页。",
    "request/reused-transaction": "同一个事务号用在了两个不同的操作上，第二个没有执行。请重新提交。",
    "request/not-json": "修改只接受 JSON 请求，并须带 x-shian 请求头。",
    "request/too-large": "文件有 {size} MiB，最多 {most} MiB，请拆成几个文件。",
    "request/not-ready": "现在还不能这样做：当前状态是“{status}”。",
    "request/nothing-to-do": "没有要做的事：没有主体，或没有任何改变。",
    "request/internal": "系统出了差错，这次操作没有生效。请稍后再试；编号 {reference} 可用来查日志。",
    "request/unreachable": "连不上服务器。请确认食安正在运行，再试一次；没有提交的内容还在这里。",
    "request/unavailable":
      "数据库暂时没有响应，这次操作没有得到确认。请过一会儿再试；同一次提交重复发送只会生效一次。",
    "request/storage-full":
      "服务器的存储空间已满，这次修改没有保存。请联系系统管理员清理空间，之后再提交一次。",
    "access/signed-out": "您还没有登录，或登录已经结束。请登录后再试。",
    "access/no-role": "您的授权里没有做这件事的角色。需要时请找安全管理员。",
    "access/grant-ended": "您做这件事的授权已经到期。需要时请找安全管理员。",
    "access/part-only": "这件事须对本办的全部属地有授权，您的授权只到其中一部分。",
    "access/outside-scope": "这个接口密钥不包括这项操作。",
    "access/second-factor": "这项操作要先用验证器确认。请输入验证器的 6 位验证码。",
    "access/password-due": "密码需要更换后才能继续。请先设一个新密码。",
    "access/set-up-first": "系统还没有完成设置：三位管理员设好之前不接受业务数据。",
  },
  en: {
    "request/invalid-input":
      "{path} in the request is not as it must be: {reason}. Correct it and try again.",
    "request/not-found": "“{id}” was not found; it may not exist or may lie outside your territory.",
    "request/stale":
      "{who} changed this record at {at}; your change was not saved. Reload it and change it again.",
    "request/stale-unnamed":
      "This record has been changed since; your change was not saved. Reload it and change it again.",
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
    "request/unavailable":
      "The database does not answer just now and this was not confirmed. Try again in a moment; the same submission sent again is done once.",
    "request/storage-full":
      "The server has no storage left and this change was not saved. Ask the system administrator to make room, then submit it again.",
    "access/signed-out": "You are not signed in, or your session has ended. Sign in and try again.",
    "access/no-role": "None of your roles may do this. Ask the security administrator if you need it.",
    "access/grant-ended": "Your grant for this has ended. Ask the security administrator if you need it.",
    "access/part-only": "This needs a grant over all of the office's territory; yours is for a part of it.",
    "access/outside-scope": "This API key does not cover this operation.",
    "access/second-factor": "This needs your authenticator first. Enter its 6-digit code.",
    "access/password-due": "Your password must be changed first. Choose a new one.",
    "access/set-up-first":
      "The system is not set up yet: until the three administrators exist it takes no business data.",
  },
};
