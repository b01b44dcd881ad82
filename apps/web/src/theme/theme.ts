import { type ThemeConfig, theme } from "antd";
import { darkTokens, lightTokens } from "./tokens.js";

/** The antd theme of one mode; dark keeps the light sizes and overrides the colours. */
export function toAntdTheme(mode: "light" | "dark"): ThemeConfig {
  const cssVar = { prefix: "ant", key: "shian" };
  if (mode === "light") return { cssVar, hashed: false, ...lightTokens };
  const components = Object.fromEntries(
    Object.entries(lightTokens.components).map(([name, light]) => {
      const sizes = Object.entries(light).filter(
        ([, value]) => typeof value !== "string" || !/^(#|rgb|transparent)/.test(value),
      );
      const dark = (darkTokens.components as Record<string, object>)[name] ?? {};
      return [name, { ...Object.fromEntries(sizes), ...dark }];
    }),
  );
  return {
    cssVar,
    hashed: false,
    algorithm: theme.darkAlgorithm,
    token: { ...withoutColours(lightTokens.token), ...darkTokens.token },
    components,
  };
}

const withoutColours = (token: Readonly<Record<string, string | number>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(token).filter(([name]) => !/^(color|controlItem|boxShadow)/.test(name)));
