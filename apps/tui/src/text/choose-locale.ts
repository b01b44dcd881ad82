// Which language the program speaks: `--lang`, else SHIAN_LANG, else the user's config file, else the system's
// locale, else Chinese.
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Locale } from "@shian/domain";

/** `zh`, `zh-CN`, `en`, `en_US.UTF-8` … as a language of the product; undefined for any other. */
export function findLocale(name: string): Locale | undefined {
  const language = name.toLowerCase().split(/[-_.@]/)[0];
  if (language === "zh") return "zh-CN";
  return language === "en" ? "en" : undefined;
}

/** The folder of the user's own settings of this program. */
export const toConfigFolder = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), ".config"), "shian");

function readConfiguredLanguage(env: NodeJS.ProcessEnv): string | undefined {
  try {
    const config: unknown = JSON.parse(readFileSync(join(toConfigFolder(env), "config.json"), "utf8"));
    const language =
      typeof config === "object" && config !== null && "lang" in config ? config.lang : undefined;
    return typeof language === "string" ? language : undefined;
  } catch {
    // No settings, or none that can be read: the next source decides.
    return undefined;
  }
}

/** The language for a run without `--lang`. */
export function chooseLocale(env: NodeJS.ProcessEnv): Locale {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  for (const name of [env.SHIAN_LANG, readConfiguredLanguage(env), system]) {
    const locale = name === undefined ? undefined : findLocale(name);
    if (locale) return locale;
  }
  return "zh-CN";
}
