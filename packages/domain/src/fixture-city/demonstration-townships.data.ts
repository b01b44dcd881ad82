// The townships and villages of the demonstration district 云汀区, all invented. Numbers follow the real ones: streets
// from 001, towns from 100, townships from 200; communities (居委会) from 001, villages (村委会) from 200.
// `weight` is the share of the district's businesses; `pace` is how well visits keep to today's line.
// Names of the mocks are kept, so that screens, pictures and manuals speak of the same places and people.

/** A township-level place of the demonstration district with its villages, their numbers not yet given. */
export type DemonstrationTownship = {
  readonly code: string;
  readonly name: string;
  readonly kind: "street" | "town" | "township";
  readonly weight: number;
  readonly pace: number;
  /** Name of the deputy head in charge, the first of the township's officials. */
  readonly leader: string;
  /** Short names of communities and villages; two entries never share one. */
  readonly communities: readonly string[];
  readonly villages: readonly string[];
};

const split = (names: string): readonly string[] => (names === "" ? [] : names.split(" "));

const place = (
  code: string,
  name: string,
  kind: DemonstrationTownship["kind"],
  [weight, pace]: readonly [number, number],
  leader: string,
  communities: string,
  villages: string,
): DemonstrationTownship => ({
  code,
  name,
  kind,
  weight,
  pace,
  leader,
  communities: split(communities),
  villages: split(villages),
});

/** The 12 streets, towns and townships of 云汀区, in the order of their codes. */
export const demonstrationTownships: readonly DemonstrationTownship[] = [
  place("990106001", "望澜街道", "street", [372, 1.02], "虞秋朗", "澜心 澜东 望渡 灯塔里 鼓桥 拾光 书带 长汀里 观澜台 银杏里 织云", "北岙"),
  place("990106002", "青梧街道", "street", [341, 1.05], "祁见山", "青梧 梧桐里 栖凤台 听琴 砚池 春醒里 丝厂 月弄 南薰 竹笙", "梧下"),
  place("990106003", "槐序街道", "street", [318, 0.97], "蔺文澜", "槐荫 序东 槐市 育贤 钟亭 双井头 六码头 醒狮里 木樨", "槐溪 落星"),
  place("990106004", "听潮街道", "street", [296, 1.03], "宓若兰", "听潮 潮生 望汐 盐仓 白帆 渔火里 听雨 沙洲头 归帆", "潮音"),
  place("990106005", "云阶街道", "street", [287, 0.91], "褚云峤", "云阶 阶前 天工 云锦里 云创 揽月 半山 石榴园 霁虹", "云坞"),
  place("990106100", "松照镇", "town", [264, 0.9], "柴望舒", "松岭 松照 松风里 古驿", "松下 照壁 茶亭 杉坑 樟坪 冷泉"),
  place("990106101", "鹭汀镇", "town", [258, 0.87], "邰景和", "鹭南 鹭汀 鹭北 苇荡", "浦口 鹭洲 藕塘 芦根 新圩 沙埂"),
  place("990106102", "沧禾镇", "town", [236, 0.95], "阮听荷", "沧东 沧禾 粮市", "禾田 稻香 穗丰 麦垄 沟渠 秧塘 晒谷"),
  place("990106103", "石棠镇", "town", [221, 0.8], "闻知夏", "石棠 双桨", "上坞 下坞 柿林 菱塘 竹下 陶溪 望岭"),
  place("990106104", "枫铃镇", "town", [205, 0.82], "慕怀远", "枫铃 枫树头", "红叶 铃溪 铁炉 石臼 板栗坳 响水 横溇"),
  place("990106200", "梓陌乡", "township", [174, 0.73], "司徒映", "梓阳", "梓陌 桑园 陌上 葛田 榨坊 纸槽 枣树湾"),
  place("990106201", "泊云乡", "township", [154, 0.77], "苌子衿", "泊湾", "泊云 云根 水车 雁落 鱼梁 白茅 渡西"),
];
