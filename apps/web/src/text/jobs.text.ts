import type { Pair } from "./define-texts.js";

/** Work behind the pages, and backups. */
export const jobsTexts = {
  "jobs.sub": ["{n} 项", "{n}"],
  "jobs.all": ["所有人", "Everyone"],
  "jobs.own": ["我发起的", "Mine"],
  "jobs.kind": ["工作", "Work"],
  "jobs.state": ["状态", "State"],
  "jobs.by": ["发起人", "Begun by"],
  "jobs.times": ["开始与结束", "Begun and ended"],
  "jobs.empty": ["没有任务", "No jobs"],
  "jobs.empty-hint": [
    "导入、备份等要一会儿的工作会列在这里。",
    "Imports, backups and other long work appear here.",
  ],
  "jobs.progress": ["已做 {done}，共 {of}", "{done} of {of}"],
  "jobs.again-at": [
    "第 {n} 次没有成，{at} 再试，最多 {most} 次",
    "Try {n} failed; again at {at}, {most} at most",
  ],
  "jobs.not-begun": ["还没有开始", "Not begun"],
  "jobs.ended": ["{at} 结束", "ended {at}"],
  "jobs.cancel": ["取消", "Cancel"],
  "jobs.cancelling": ["正在取消", "Cancelling"],
  "jobs.cancelled": ["已请求取消", "Asked to cancel"],
  "jobs.retry": ["重试", "Retry"],
  "jobs.retried": ["已重新排队", "Queued again"],
  "jobs.schedules": ["定时任务", "Scheduled work"],
  "jobs.schedules-note": ["北京时间", "Beijing time"],
  "jobs.pattern": ["时刻表", "Pattern"],
  "jobs.last-run": ["上次", "Last"],
  "jobs.next-run": ["下次", "Next"],
  "jobs.never-run": ["还没有运行过", "Never"],
} as const satisfies Record<string, Pair>;
