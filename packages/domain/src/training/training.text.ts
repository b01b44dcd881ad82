import type { Catalogue } from "../kernel/text.js";
import type { TrainingProblemCode } from "./training.problem.js";
import type { QuestionKind, TrainingWay } from "./training.schema.js";

/** Sentences about training and superior documents, names of ways, kinds and standings. */
export const trainingText: Catalogue<
  | TrainingProblemCode
  | `training-way/${TrainingWay}`
  | `question-kind/${QuestionKind}`
  | `training-standing/${"completed" | "begun" | "none"}`
> = {
  "zh-CN": {
    "training/days-order": "截止日期 {to} 早于开始日期 {from}，请核对。",
    "training/territory-fixed": "辖区建好后不能更改，请另建一个。",
    "training/outside-plan": "场次的日期须在培训计划的 {from} 至 {to} 之内。",
    "training/answers-shape": "正确答案的个数不对：单选一个，多选两个以上，判断题两个选项中选一个。",
    "training/answers-outside": "正确答案指向不存在的选项，这道题只有 {options} 个选项。",
    "training/options-same": "有两个选项的文字相同，请修改。",
    "training/too-few-questions":
      "测验要 {wanted} 道题，题库里这些主题只有 {there} 道。请减少题数或先补充题库。",
    "training/has-results": "已有 {results} 人签到或参加测验，学时、形式和测验要求不能再改。请另建一个场次。",
    "training/not-own": "只能由干部本人办理。",
    "training/not-invited": "这次培训不面向您的层级或辖区。",
    "training/not-online": "这是现场培训，没有在线测验。",
    "training/not-on-site": "这是在线培训，不用签到。",
    "training/not-open": "这次在线培训的开放时间是 {from} 至 {to}。",
    "training/withdrawn": "这次培训已撤销。",
    "training/no-try-left": "{most} 次测验机会已用完，请联系食安办。",
    "training/passed-already": "您已通过这次测验，不用再考。",
    "training/test-over": "这次测验已经交卷。",
    "training/test-late": "测验须在开始后 {minutes} 分钟内交卷，这次已超时，请重新开始。",
    "training/answers-missing": "还有 {left} 道题没有作答。",
    "training/code-old": "签到码已过期，请扫描屏幕上现在的码。",
    "training/not-time": "签到时间是 {opens} 至 {closes}。",
    "training/attended-already": "{name}已经签到。",
    "training/not-attended": "{name}没有签到记录。",
    "training/in-future": "这场培训在 {on} 举行，还不能登记签到。",
    "document/issued-later": "阅读期限 {readBy} 早于发文日期 {issuedOn}，请核对。",
    "document/empty": "请填写正文或上传文件。",
    "document/withdrawn": "这份文件已撤回。",
    "document/changed": "文件内容刚刚改过，请重新阅读。",
    "training-way/on-site": "现场",
    "training-way/online": "在线",
    "question-kind/single": "单选",
    "question-kind/multiple": "多选",
    "question-kind/judge": "判断",
    "training-standing/completed": "已完成",
    "training-standing/begun": "进行中",
    "training-standing/none": "未开始",
  },
  en: {
    "training/days-order": "The last day {to} is before the first day {from}; check them.",
    "training/territory-fixed": "The territory cannot be changed; make another one.",
    "training/outside-plan": "A session's days must lie in the plan's, {from} to {to}.",
    "training/answers-shape":
      "The number of right answers is wrong: one for a single choice, two or more for a multiple choice, one of two options for true or false.",
    "training/answers-outside":
      "A right answer names an option that is not there; the question has {options} options.",
    "training/options-same": "Two options have the same text; change one.",
    "training/too-few-questions":
      "The test asks {wanted} questions, but the bank holds {there} of these topics. Ask fewer, or add questions to the bank first.",
    "training/has-results":
      "{results} people have attended or taken the test; hours, way and test cannot be changed any more. Make another session.",
    "training/not-own": "Only the official can do this in person.",
    "training/not-invited": "This training is not for your level or your jurisdiction.",
    "training/not-online": "This is an on-site session; it has no test.",
    "training/not-on-site": "This is an online session; there is nothing to sign in to.",
    "training/not-open": "This online session is open from {from} to {to}.",
    "training/withdrawn": "This training was withdrawn.",
    "training/no-try-left": "All {most} tries are used up; ask the food-safety office.",
    "training/passed-already": "You have passed this test; there is no need to take it again.",
    "training/test-over": "This test was handed in already.",
    "training/test-late":
      "A test must be handed in within {minutes} minutes of its beginning; this one is too late. Begin again.",
    "training/answers-missing": "{left} questions have no answer yet.",
    "training/code-old": "This code is no longer valid; scan the one on the screen now.",
    "training/not-time": "Attendance is taken from {opens} to {closes}.",
    "training/attended-already": "{name} has signed in already.",
    "training/not-attended": "{name} has not signed in.",
    "training/in-future": "This session is on {on}; attendance cannot be entered yet.",
    "document/issued-later":
      "The last day to read it, {readBy}, is before it was issued on {issuedOn}; check them.",
    "document/empty": "Write its text or upload a file.",
    "document/withdrawn": "This document was withdrawn.",
    "document/changed": "The document has just been changed; read it again.",
    "training-way/on-site": "on site",
    "training-way/online": "online",
    "question-kind/single": "single choice",
    "question-kind/multiple": "multiple choice",
    "question-kind/judge": "true or false",
    "training-standing/completed": "completed",
    "training-standing/begun": "begun",
    "training-standing/none": "not begun",
  },
};
