// Sentences about jobs, and names of their kinds and states.
import type { Catalogue } from "../kernel/text.js";
import type { JobProblemCode } from "./job.problem.js";
import type { JobKindName, JobState } from "./job.schema.js";

export const jobText: Catalogue<JobProblemCode | `job-kind/${JobKindName}` | `job-state/${JobState}`> = {
  "zh-CN": {
    "job/abandoned":
      "服务器在做这件事时中断了 {attempts} 次，已经停下，没有写入。请重试；还不行请告诉系统管理员。",
    "job/cancelled": "已取消，没有写入。",
    "job/over": "这项工作已经结束，不能取消。",
    "job/not-over": "这项工作还没有结束，不能重试。",
    "job/same-running": "同样的工作已在等待或进行，不用重试。",
    "job/refused": "按规则没有做成，原因只有发起人能看到。",
    "job-kind/import-preview": "导入预览",
    "job-kind/import-apply": "导入写入",
    "job-kind/find-duplicates": "查找疑似重复",
    "job-kind/compare": "与外部台账比对",
    "job-kind/x-ray": "数据体检",
    "job-kind/tidy": "清理旧的工作记录",
    "job-kind/daily-record": "审计记录的每日根",
    "job-kind/backup": "备份",
    "job-kind/regrade": "按新标准重新定级",
    "job-kind/allocation-plan": "分派预览",
    "job-kind/allocation-apply": "应用分派",
    "job-kind/allocation-undo": "撤销分派",
    "job-state/waiting": "等待",
    "job-state/running": "进行中",
    "job-state/done": "完成",
    "job-state/failed": "未完成",
    "job-state/cancelled": "已取消",
  },
  en: {
    "job/abandoned":
      "The server broke off {attempts} times while doing this; it was stopped and nothing was written. Retry it, or tell the system administrator.",
    "job/cancelled": "Cancelled; nothing was written.",
    "job/over": "This job has ended and cannot be cancelled.",
    "job/not-over": "This job has not ended yet and cannot be retried.",
    "job/same-running": "The same work is already waiting or running; there is nothing to retry.",
    "job/refused": "A rule refused it; only the person who began it sees why.",
    "job-kind/import-preview": "preview of an import",
    "job-kind/import-apply": "writing of an import",
    "job-kind/find-duplicates": "search for duplicates",
    "job-kind/compare": "comparison with another register",
    "job-kind/x-ray": "x-ray of the data",
    "job-kind/tidy": "removal of old job records",
    "job-kind/daily-record": "daily root of the record",
    "job-kind/backup": "backup",
    "job-kind/regrade": "grading by another scheme",
    "job-kind/allocation-plan": "preview of an allocation",
    "job-kind/allocation-apply": "applying an allocation",
    "job-kind/allocation-undo": "undoing an allocation",
    "job-state/waiting": "waiting",
    "job-state/running": "running",
    "job-state/done": "done",
    "job-state/failed": "failed",
    "job-state/cancelled": "cancelled",
  },
};
