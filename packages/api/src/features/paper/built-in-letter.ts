// The commitment letter that comes with the product, as a template like an office's own. Demonstration, to be checked: the
// title is that of F1-10 (N), no complete letter of any place was obtained.
import { AlignmentType, Paragraph } from "docx";
import {
  body,
  closing,
  heading,
  newPage,
  pack,
  recipients,
  run,
  table,
  title,
  underTitle,
} from "./official-layout.js";

/** File name of the built-in template. */
export const builtInName = "食品安全责任与任务承诺书（演示模板）.docx";

const loop = (mark: string): Paragraph => body(mark);

/** The template as the bytes of a .docx. */
export const composeBuiltInLetter = (): Promise<Uint8Array> =>
  pack(
    [
      title("食品安全责任与任务承诺书"),
      underTitle("（{层级}，{年度} 年度）"),
      recipients("{食安委}"),
      body(
        "本人{姓名}，任{单位}{职务}，包保范围为{范围}，负责包保附件名单所列 {户数} 家食品生产经营主体。为落实食品安全属地管理责任，{年度} 年度本人郑重承诺：",
      ),
      heading("一、承担以下责任"),
      loop("{#责任}"),
      body("{序号}．{内容}"),
      loop("{/责任}"),
      heading("二、完成以下任务"),
      loop("{#任务}"),
      body([run("（{序号}）{名称}。", { face: "middle" }), run("{#条目}{内容}{/条目}")]),
      loop("{/任务}"),
      heading("三、如实履职"),
      body(
        "督导记录本人填写，不替签、不代答，不以电话代替上门；包保名单变化后及时确认。自愿接受监督，未履行承诺的，愿承担相应责任。",
      ),
      ...closing(["承诺人（签名）："]),
      new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 640 }, children: [run("{@签名}")] }),
      ...closing(["{签署日期}"]),
      newPage(),
      body([run("附件", { face: "heading" })], { indent: {} }),
      title("{姓名}包保主体名单"),
      underTitle("（第 {名单版次} 版，共 {户数} 家）"),
      table(
        [
          { title: "序号", share: 8, center: true },
          { title: "主体名称", share: 46 },
          { title: "包保等级", share: 12, center: true },
          { title: "所在村（社区）", share: 34 },
        ],
        [["{#名单}{序号}", "{名称}", "{等级}", "{属地}{/名单}"]],
      ),
    ],
    { titled: "食品安全责任与任务承诺书" },
  );
