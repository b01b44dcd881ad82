// The page of the full screen that shows the same as an address of the web.
import { registryConditions } from "../commands/register-options.js";
import type { ScreenRequest } from "./screen.js";

const values = (params: URLSearchParams, name: string): readonly string[] =>
  params
    .getAll(name)
    .flatMap((value) => value.split(","))
    .filter((value) => value !== "");

/** Names of the web's query and of the command line's options that differ. */
const optionOf: Readonly<Record<string, string>> = {
  grades: "grade",
  riskGrades: "risk",
  forms: "form",
  states: "state",
  duties: "duty",
  placeKnown: "place-known",
  sizes: "size",
  licences: "licence",
  licenceKinds: "licence-kind",
  asOf: "as-of",
  gap: "kind",
};
const known: readonly string[] = [...registryConditions, "territory", "as-of", "kind", "period", "level"];

/** The request for the page, or undefined where only the web has one. */
export function findRequestOf(href: string): ScreenRequest | undefined {
  const url = new URL(href, "http://local");
  const options = new Map<string, readonly string[]>();
  for (const name of new Set(url.searchParams.keys())) {
    const option = optionOf[name] ?? name;
    if (known.includes(option)) options.set(option, values(url.searchParams, name));
  }
  const [area = "", page = "", id = ""] = url.pathname.split("/").filter((part) => part !== "");
  const view = url.searchParams.get("view");
  const only = (...names: string[]) => new Map([...options].filter(([name]) => names.includes(name)));
  switch (area) {
    case "":
    case "overview":
      return { screen: "overview", options: only("territory", "as-of") };
    case "registry":
      if (page === "import") return undefined;
      return page === "" ? { screen: "registry", options } : { screen: "establishment", args: [page] };
    case "chain":
      if (page === "official") return { screen: "registry", options: new Map([["official", [id]]]) };
      if (view === "officials")
        return { screen: "officials", options: only("territory", "level", "as-of", "search") };
      return view === "allocation"
        ? undefined
        : { screen: "gaps", options: only("territory", "kind", "as-of") };
    case "visits":
      if (page === "record") return undefined;
      if (view === "overdue" || view === "at-risk")
        return {
          screen: "overdue",
          options: new Map([...only("territory", "grade", "official", "period", "as-of"), ["duty", [view]]]),
        };
      return { screen: "coverage", options: only("territory", "period", "as-of") };
    case "evaluation":
      return { screen: "score" };
    default:
      return undefined;
  }
}
