// Exit codes of the terminal program, one table for the code, `shian help exit` and the tests.

/** What a process of `shian` ends with. */
export const exitCodes = {
  answer: 0,
  failed: 1,
  misuse: 2,
  refused: 3,
  notAllowed: 4,
  unreachable: 5,
  stale: 6,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A sentence for each code, in both languages. */
export const exitCodeTexts: readonly {
  readonly code: ExitCode;
  readonly "zh-CN": string;
  readonly en: string;
}[] = [
  {
    code: 0,
    "zh-CN": "给出了答案；结论不通过、代码被退回、清单为空也是答案",
    en: "an answer was printed; a failing verdict, a refused code or an empty list is an answer too",
  },
  {
    code: 1,
    "zh-CN": "系统出了差错，或写文件失败；附有可以报告的编号",
    en: "something went wrong on our side, or writing a file failed; a number to quote is given",
  },
  {
    code: 2,
    "zh-CN": "用法不对，或文件不合规则、不能读",
    en: "wrong use, or a file that the rules refuse or that cannot be read",
  },
  {
    code: 3,
    "zh-CN": "规则不许这样写入，没有写入任何内容；或审计记录被改过",
    en: "a rule refused the change and nothing was written; or a record was altered",
  },
  {
    code: 4,
    "zh-CN": "没有登录，或没有这个权限",
    en: "not signed in, or not allowed",
  },
  {
    code: 5,
    "zh-CN": "服务器连不上，或没有及时回答",
    en: "the server was not reached, or did not answer in time",
  },
  {
    code: 6,
    "zh-CN": "别人先改了同一条记录，没有写入任何内容",
    en: "someone else changed the record first; nothing was written",
  },
  { code: 130, "zh-CN": "被 Ctrl-C 中断", en: "interrupted by Ctrl-C" },
];
