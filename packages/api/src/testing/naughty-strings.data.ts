// Texts that break careless programs, for the export drill (bar S8): 515 of them, by family. Written for this project.

const formulas = [
  "=1+1", "=1+1+cmd|' /C calc'!A0", "=SUM(A1:A9)", "=HYPERLINK(\"http://example.invalid\",\"点此\")", "=A1", "==1", "=",
  "=\"a\"", "='x'", "=@A1", "+1+1", "+A1", "+", "+86 138 0000 0000", "++1", "+-1", "-1+1", "-A1", "-", "--1", "-5", "-0.1",
  "@SUM(1)", "@A1", "@", "@@", "@someone", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  +1", "\u00a0=1", "\u3000=1",
  "＝1+1", "＝", "＋1", "＋", "－1", "－", "＠A1", "＠", "＝＝", "'=1+1", "''=1+1", "'+1", "'-1", "'@x", "'", "''", "'''",
  "'text", "'＝1", "\"=1+1\"", "\"=1+1", "%0A=1", ";=1+1", ",=1+1", "|=1", "\u200b=1", "\ufeff=1", "=IMPORTXML(1,2)",
  "=WEBSERVICE(\"x\")", "=DDE(\"cmd\";\"/C calc\";\"x\")", "=1\n=2", "-2+3+cmd|' /C calc'!A0", "=\t1", "=\u0000", "\u0001=1",
];

const numbers = [
  "0", "00", "007", "1", "-0", "1.0", "1.50", "1e3", "1E+17", "9.1E+17", "9.11100000695775E+17", "911100000695775458",
  "91110000100016077R", "914403003429409755", "320106001003", "0123456789012345678", "1,000", "1,000.50", "１２３", "½", "٣",
  "Infinity", "-Infinity", "NaN", "1/2", "1-2", "2024-1-5", "2024/01/05", "3月4日", "1:30", "12:00:00", "50%", "$1", "￥1",
  "1_000", "0x1F", "0b11", "1e400", "123456789012345", "1234567890123456", "99999999999999999999", "0.1", ".5", "5.", "1e",
  "TRUE", "FALSE", "true", "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "null", "NULL", "nil", "undefined", "None", "N/A", "(1)",
];

const markup = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>", "'><b>", "<!--", "-->",
  "<![CDATA[x]]>", "]]>", "<?xml version=\"1.0\"?>", "<!DOCTYPE x>", "&amp;", "&lt;", "&#65;", "&#x41;", "&nosuch;", "&", "&&",
  "<", ">", "<a", "</a>", "<a b='c'>", "javascript:alert(1)", "data:text/html,x", "${7*7}", "{{7*7}}", "#{7*7}", "<%= 1 %>",
  "`id`", "$(id)", "; rm -rf /", "| cat", "&& ls", "../../etc/passwd", "..\\..\\x", "/dev/null", "C:\\con", "file:///x", "%00",
  "%2e%2e", "\\u0041", "\\n", "\\", "\\\\", "_x0041_", "_x005F_", "_x0041", "x0041_", "_x000D_", "_X0041_", "_x005F_x0041_",
  "' OR 1=1 --", "'; DROP TABLE x; --", "\" OR \"\"=\"", "1; SELECT 1", "admin'--", "/* x */", "-- x", "*", "%", "_",
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "{}", "[]", "{\"a\":1}", "[1,2]", "\"\"",
];

const separators = [
  ",", ";", "|", "\"", "\"\"", "\"\"\"", "a,b", "a;b", "a\tb", "a\"b", "a\"\"b", "\"a\"", "\"a,b\"", "a\nb", "a\r\nb", "a\rb",
  "\n", "\r", "\r\n", "\t", " ", "  ", "a ", " a", " a ", "a\n", "\na", "\n\n", "a\n\nb", ",\n\"", "\",\"", "'a'", "''a''",
  "a\u2028b", "a\u2029b", "a\u0085b", "a\u000bb", "a\u000cb", "sep=,", "a,\"b\",c", "\\\"", "\\,", "，", "；", "、", "“引号”",
];

const controls = Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`).concat(
  ["\u007f", "a\u007fb", "a\u0080b", "a\u0090b", "a\u009fb", "\u0000", "\u0001", "\u0008", "\u001b[31mred\u001b[0m", "\u001f"],
);

const invisible = [
  "a\u00a0b", "a\u00adb", "a\u034fb", "a\u061cb", "a\u180eb", "a\u200bb", "a\u200cb", "a\u200db", "a\u200eb", "a\u200fb",
  "a\u202ab", "a\u202eb", "a\u2060b", "a\u2066b", "a\u2069b", "a\ufeffb", "a\ufff9b", "a\ufffcb", "a\ufffdb", "a\ufffeb",
  "a\uffffb", "\ufeff", "\u200b", "\u3000", "　全角空格　", "\u2003", "\u205f", "a\u{e0041}b", "a\u{f0000}b", "a\u{10fffd}b",
];

const scripts = [
  "食品安全", "澄岚市云汀区", "裏面館", "𠮷野家", "𡃁", "㐂", "龘", "〇", "々", "（全角）", "(半角)", "《书名》", "ＡＢＣ", "ｆｕｌｌ",
  "ｶﾀｶﾅ", "カタカナ", "ひらがな", "한국어", "Ελληνικά", "Русский", "עברית", "العربية", "مرحبا ١٢٣", "ไทย", "हिन्दी", "தமிழ்",
  "ქართული", "Հայերեն", "አማርኛ", "ᠮᠣᠩᠭᠣᠯ", "བོད་ཡིག", "ئۇيغۇرچە", "Tiếng Việt", "Ünïcödé", "Å", "Å", "é", "é", "ﬁ", "ß", "ẞ",
  "İstanbul", "ıI", "ǆ", "Ω", "Ω", "Ⅷ", "㊙", "㎏", "№", "™", "①", "℡", "㈱", "𝔘𝔫𝔦", "𝟙𝟚", "ᴬᴮ", "₁₂", "¹²", "ʇxǝʇ",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "ก็็็็็็็็็", "﷽", "‮abc", "‭abc‬", "a‮b‬c", "⁦x⁩", "עברית abc", "١٢٣",
];

const emoji = [
  "😀", "👩‍👩‍👧‍👦", "👍🏽", "🇨🇳", "🏳️‍🌈", "❤️", "❤", "☃", "☺️", "🧑🏿‍🚀", "1️⃣", "#️⃣", "🀄", "🈲", "㊗️", "✔️", "🍜", "🥟🥢", "👨‍🍳",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u200d", "️", "⃣", "🇨", "👩‍", "¯\\_(ツ)_/¯", "(╯°□°）╯︵ ┻━┻", "ಠ_ಠ", "( ͡° ͜ʖ ͡°)", "♥♣♠♦",
];

const lengths = [
  "a".repeat(255), "a".repeat(256), "汉".repeat(300), "😀".repeat(200), "=".repeat(300), "'".repeat(50), "\"".repeat(99),
  " ".repeat(40), "\n".repeat(20), "-".repeat(80), "_x0041_".repeat(30), "&".repeat(200), "长".repeat(8_000), "a".repeat(32_000),
];

// Every risky sign before every kind of start fills the list to its number.
const signs = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
const starts = ["1", "A1", "cmd|'x'!A0", "（", "“", " x", "'x", "食品", "😀", "\u200bx", "_x0041_", "\"x\"", "\n1", "&x"];
const combined = signs.flatMap((sign) => starts.map((start) => sign + start));

const all = [
  ...new Set([
    ...formulas, ...numbers, ...markup, ...separators, ...controls, ...invisible, ...scripts, ...emoji, ...lengths, ...combined,
  ]),
];

/** Exactly 515 different texts. */
export const naughtyStrings: readonly string[] = all.slice(0, 515);
