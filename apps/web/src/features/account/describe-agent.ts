// Browsers name several of themselves; the more particular one comes first.
const programs: readonly (readonly [name: string, mark: RegExp])[] = [
  ["Edge", /Edg(?:e|A|iOS)?\/(\d+)/],
  ["WeChat", /MicroMessenger\/(\d+)/],
  ["QQ", /QQBrowser\/(\d+)/],
  ["360", /QihooBrowser\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//],
  ["shian", /\bshian\/([\d.]+)/],
];
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ["HarmonyOS", /HarmonyOS|OpenHarmony/],
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
];

/**
 * Program and system that a user agent names, as people call them; its own first words where neither is known.
 *
 * @example
 * describeAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"); // => ["Chrome 140", "Windows"]
 */
export function describeAgent(agent: string): string[] {
  const program = programs.flatMap(([name, mark]) => {
    const version = mark.exec(agent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  const system = systems.find(([, mark]) => mark.test(agent))?.[0];
  const known = [program, system].filter((part) => part !== undefined);
  return known.length > 0 ? known : [agent.slice(0, 40)];
}
