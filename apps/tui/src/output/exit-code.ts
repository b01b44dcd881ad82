// Exit codes of the terminal program, one table for the code, `shian help exit` and the tests.

/** What a process of `shian` ends with. */
export const exitCodes = {
  answer: 0,
  failed: 1,
  misuse: 2,
  refused: 3,
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
    "zh-CN": "服务器连不上，或读写出错",
    en: "the server did not answer, or reading or writing failed",
  },
  {
    code: 2,
    "zh-CN": "用法不对，或文件不合规则、不能读",
    en: "wrong use, or a file that the rules refuse or that cannot be read",
  },
  {
    code: 3,
    "zh-CN": "规则不许这样写入，没有写入任何内容",
    en: "a rule refused the change; nothing was written",
  },
  { code: 130, "zh-CN": "被 Ctrl-C 中断", en: "interrupted by Ctrl-C" },
];
