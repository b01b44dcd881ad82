// Syllables and words that invented names are put together from. No entry is the name of a firm, and what comes out is
// checked against no register: a shop or person of the same name is chance. Given names and surnames of the mocks are
// among them.

const words = (text: string): readonly string[] => text.split(" ");
const letters = (text: string): readonly string[] => [...text];

/** Surnames, from common to rare, one or two characters. */
export const surnames: readonly string[] = words(
  "穆 虞 闻 晏 祁 蔺 宓 褚 柴 邰 阮 慕 司徒 苌 岑 纪 荀 蓝 於 路 郁 叶 漆 易 晁 贲 丛 仰 戚 桑 曾 眭 亓 濮阳 郏 费 乜 柳 贺兰 " +
    "陶 沈 温 骆 裴 池 尹 施 顾 苏 喻 柯 鲁 庄 梅 盛 童 季 凌 屠 甄 聂 瞿 阎 宗 卓 符 辛 耿 简 游 田 江 方 石 邱 秦 史 唐 袁 章 毕 " +
    "郝 安 常 乐 于 傅 皮 卞 齐 康 伍 余 元 卜 孟 平 黄 和 萧 姚 邵 湛 汪 毛 狄 米 贝 明 臧 计 成 戴 谈 宋 茅 庞 熊 舒 屈 项 祝 董 梁 " +
    "杜 席 麻 强 贾 娄 危 颜 郭 林 刁 钟 徐 夏 蔡 樊 胡 霍 万 支 昝 管 卢 莫 经 房 缪 解 应 丁 宣 邓 单 杭 洪 包 左 崔 吉 钮 龚 程 邢 滑 陆 荣 翁 " +
    "赵 钱 孙 李 周 吴 郑 王 冯 陈 卫 蒋 韩 杨 朱 尤 许 何 吕 张 孔 曹 严 华 金 魏 姜 上官 欧阳 诸葛 皇甫 尉迟 公孙 令狐",
);

/** First and second character of a given name of two. */
export const givenFirst: readonly string[] = letters(
  "怀秋望听见文若云景子清书知晚行采青明忆远疏溪生北小予之思佳春建海永志雅静慧素允维承启嘉守向平福长玉丽彩凤金巧",
);
export const givenSecond: readonly string[] = letters(
  "瑾朗舒荷山澜兰峤和衿禾岚微舟简薇野南桐亭烟辰满谷安然宁华英芳林生根发旺珍娟萍霞梅莲芬勤诚信恒毅方源峰涛",
);
/** Given names of one character. */
export const givenSingle: readonly string[] = letters("映杉盈朔棣骁昀晗翊斌勇敏洁倩伟超凯鑫旭晖柏榕");

/** First and second character of an invented shop name. */
export const brandFirst: readonly string[] = letters("汀澜霁筠菱苇蘅漪棠梓鹭槐砚笙荻莳芷昀栎椿楸箬筱蕴禾麦稻粟柿榆桑霜岫笠蓑藕");
export const brandSecond: readonly string[] = letters("禾舟桥井坞渡畔圃垄篱岭溪石灯盏檐巷月露晴穗芽叶实里下间棚仓馨香园满客笛帘");

/** Corners of a town that shops are called after. */
export const corners: readonly string[] = words(
  "石桥头 老街口 学堂边 渡口 井台 戏台下 柿子树下 东门口 河埠头 邮亭旁 水塔下 供销社旧址 三岔路口 老槐下 电影院旁 车站边 石磨坊 大樟树 堤上 竹篱外",
);

/** Names that someone goes by, as in 阿盏早点铺. */
export const nicknames: readonly string[] = words(
  "阿盏 阿菱 阿棠 阿穗 阿垄 阿笠 阿芽 阿满 阿舟 小满 小满哥 二井 三禾 大禾 老槐头 小橹 豆姐 穗姨 麦婶 桥叔 渡哥",
);

/** What small shops call themselves, by form. */
export const smallCateringWords: readonly string[] = words(
  "面馆 老面馆 早点铺 包子铺 馄饨店 烧烤 土菜馆 小吃店 粥铺 米线店 饺子馆 麻辣烫 砂锅店 凉皮店 快餐店 盖饭店 煎饼屋 卤味 豆花店 奶茶店 甜品屋 咖啡小站 烘焙坊 炸鸡店 生煎铺 锅贴店 汤包店 羊汤馆 鱼粉店 拌面 酸辣粉 烧饼铺 油条豆浆 家常菜 小炒店 鸭血粉丝店 肉夹馍 牛杂店 糖水铺 串串店",
);
export const groceryWords: readonly string[] = words(
  "小卖部 便利店 食杂店 副食店 粮油店 水果店 干货店 杂货铺 炒货店 菜店 零食铺 冷饮店 烟酒店 百货店 鲜肉店 禽蛋店 水产店 茶叶店 早市菜摊铺 调味品店",
);
export const vendorWords: readonly string[] = words(
  "煎饼摊 烤红薯摊 糖炒栗子摊 豆腐脑摊 凉粉摊 炸串摊 葱油饼摊 烤冷面摊 水果捞摊 茶叶蛋摊 玉米摊 糯米饭摊 鸡蛋灌饼摊 糖葫芦摊 梅花糕摊 卤菜摊",
);
export const workshopWords: readonly string[] = words(
  "豆腐坊 豆制品坊 鲜面条加工坊 年糕坊 榨油坊 酿酒坊 粉丝坊 酱菜坊 糕点坊 米粉坊 腊味坊 麻糍坊 红薯粉坊 熟食坊 切面坊 糖坊",
);
export const catererWords: readonly string[] = words(
  "酒家 饭店 酒楼 火锅店 餐厅 私房菜馆 海鲜馆 农家菜馆 饭庄 茶餐厅 烤鱼店 烤肉店 大排档 鱼馆 羊肉馆 自助餐厅",
);
export const bigCatererWords: readonly string[] = words("大酒店 宴会中心 宴会楼 大饭店 美食城 海鲜城");
export const sellerWords: readonly string[] = words(
  "生鲜超市 超市 食品商行 食品经营部 干货商行 茶行 酒行 水果超市 粮油商行 冷冻食品店 母婴用品店 保健食品店 乳品店 进口食品店",
);
export const wholesaleWords: readonly string[] = words("粮油批发部 水产批发部 冷链仓储 食品批发部 副食品批发部 果品批发部 调味品批发部");
export const productWords: readonly string[] = words(
  "糕点 面业 粮油 茶业 调味品 豆制品 蜂产品 饮品 果蔬制品 米制品 坚果炒货 速冻食品 酱腌菜 水产制品",
);
export const factoryWords: readonly string[] = words("纺织厂 机械厂 电子厂 印刷厂 家具厂 玩具厂 物流园 产业园 制衣厂 五金厂");

/** Streets that addresses are made of. */
export const roads: readonly string[] = words(
  "望汀路 云织路 鹭鸣路 青禾街 槐花巷 听雨路 石磨街 双井巷 松涛路 稻香街 枫晚路 梓阳路 泊舟街 柿林路 菱歌路 书带街 灯塔路 砚池巷 织锦路 月弄 澜心路 潮声路 阶前街 禾场路 渔火巷 竹笙路 照壁街 粮市街 桑麻路 银杏大道",
);
