// Texts of responsibility and task lists to begin with. Demonstration, to be checked: no complete list of any place was
// obtained; the blocks are those of F1-11 (N), the six prompts to businesses those of F1-12 (N), the rest is ours.
import type { DutyTexts, LevelDuties } from "./duty-texts.schema.js";

const shared = {
  prompts: "督促包保主体建制度、配人员、明职责、强机制、建台账、提意识，落实日管控、周排查、月调度。",
  visit: "每季度对包保主体至少督导一次，如实填写督导记录；风险等级为 D 的到现场督导。",
  followUp: "督导发现的问题当场指出、按时上报，跟踪到整改销号。",
  alarm: "发生食品安全事故或舆情时第一时间报告，配合救治、封存和调查。",
  learn: "每年参加食品安全包保业务培训，掌握督导检查要点。",
  publicity: "结合督导向经营者宣传食品安全法律法规和科普知识。",
} as const;

const duties = (responsibilities: readonly string[], system: string, prevention: string): LevelDuties => ({
  responsibilities: [...responsibilities],
  system: [system, shared.prompts],
  prevention: [prevention, shared.visit, shared.followUp],
  emergency: ["熟悉本地食品安全事故应急预案和报告渠道。", shared.alarm],
  training: [shared.learn, shared.publicity],
});

/** The texts until the office writes its own. */
export const demonstrationDutyTexts: DutyTexts = {
  demonstration: true,
  levels: {
    city: duties(
      [
        "包保 A 级主体，对其食品安全属地管理责任负责。",
        "指导分管领域和联系地区落实食品安全工作。",
        "协调解决包保主体的重大食品安全问题。",
      ],
      "推动市级部门完善食品安全管理体系，研究包保主体的共性问题。",
      "在重大节假日、重要活动前带队督导包保主体。",
    ),
    county: duties(
      [
        "包保 B 级主体，对其食品安全属地管理责任负责。",
        "指导联系乡镇（街道）落实食品安全包保工作。",
        "协调有关部门处置包保主体的突出问题。",
      ],
      "督促区县部门和乡镇（街道）完善食品安全管理体系，定期听取工作汇报。",
      "在节假日和季节性风险上升前加密督导。",
    ),
    township: duties(
      [
        "包保 C 级主体，对其食品安全属地管理责任负责。",
        "指导村（社区）干部做好 D 级主体包保。",
        "主体开业、歇业、变更的，及时报食安办。",
      ],
      "健全乡镇（街道）食品安全责任和任务清单，落实到人。",
      "掌握辖区主体底数，对集中聚餐、校园周边等重点环节开展排查。",
    ),
    village: duties(
      [
        "包保 D 级主体，对其食品安全属地管理责任负责。",
        "掌握辖区小作坊、小餐饮、食品摊贩情况。",
        "发现无证经营和可疑食品线索及时报告。",
      ],
      "协助建立村（社区）主体台账，变化随时更新。",
      "经常走访包保主体，提醒落实索证索票、清洁消毒和从业人员健康管理。",
    ),
  },
};
