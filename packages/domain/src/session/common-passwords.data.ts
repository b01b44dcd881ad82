// A short list of passwords that guessers try first: the head of published lists of breached passwords, and what people
// in China choose (keyboard walks, 520/1314, place and office words). It is short, hand-picked and honest about it: it
// stops the first guesses, not a cracker. An office that must check against a full breached list does so elsewhere.
// Source: heads of the public lists of the most used passwords; not complete; words and walks, lower case.

const words = `
password passw0rd passwort pass admin administrator root user guest test demo welcome letmein login master
superman batman dragon monkey shadow sunshine princess football baseball iloveyou trustno1 starwars whatever
qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz 1qaz2wsx 1qaz2wsx3edc 2wsx
1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3 q1w2e3r4 q1w2e3r4t5 qwer asdfqwer zaq12wsx zaq1xsw2 zaq1 qweasd qweasdzxc
abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abc123 abcd1234 a1b2c3 a1b2c3d4 aa aaa aaaa aaaaaa aaaaaaaaaa
123456 1234567 12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 123123 123123123 123321 1234321
111111 11111111 1111111111 000000 00000000 0000000000 666666 888888 88888888 8888888888 666666666 112233 11223344 1122334455
121212 131313 147258 147258369 159357 159753 789456 789456123 7758521 5201314 520520 521521 1314520 520131400
woaini woaini1314 woaini520 woaini521 woaiwojia aini woaiziji wodemima mima mimamima nihao nihaoma zhongguo zhonghua
beijing shanghai jiangsu nanjing guangzhou shenzhen zhengfu shianban shian shipinanquan shipin anquan jianguan
guanliyuan guanli xitong xitongguanliyuan anquanguanliyuan shenji mishu bangongshi dongtai china
qq qq123456 a123456 a12345678 a123456789 aa123456 aa123456789 q123456 q123456789 w123456 z123456 zz123456 wang123456 li123456
hello hello123 freedom computer internet secret changeme default temp temporary system security audit manager
huawei xiaomi taobao tencent alibaba weixin wechat baidu google facebook microsoft windows oracle mysql postgres
`
  .trim()
  .split(/\s+/);

const common = new Set(words);
const plainLetters: Readonly<Record<string, string>> = { "@": "a", "0": "o", "1": "i", "3": "e", $: "s", "5": "s" };

/**
 * Whether a password, lower case, stands on the list: as it is, without the digits and signs at its end, or with
 * letters for the signs that look like them.
 *
 * @example
 * isCommonPassword("password2026!"); // => true
 * isCommonPassword("p@ssw0rd_2026"); // => true
 * isCommonPassword("yunting-lanwan-88"); // => false
 */
export function isCommonPassword(password: string): boolean {
  const bare = password.replace(/[^\p{L}]+$/u, "");
  const spelled = bare.replace(/[@013$5]/g, (sign) => plainLetters[sign] ?? sign);
  const isRepeated = /^(.{1,4})\1+$/u.test(password);
  return isRepeated || [password, bare, spelled].some((one) => one !== "" && common.has(one));
}
