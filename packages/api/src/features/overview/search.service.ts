// One search over everything that has a name: for the command palette of both faces.
import { type OperationArguments, type OperationOutput, ok, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { getEvaluation } from "../evaluation/evaluation.service.js";
import { getPicture } from "../picture/picture.service.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { findTerritoriesByText } from "../territory/territory.service.js";

type Hit = OperationOutput<"search.everything">["hits"][number];

const MOST_OF_A_KIND = 6;

/** As many as are shown; nothing behind them is looked at. */
function findFirst<T>(all: Iterable<T>, fits: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const one of all) {
    if (!fits(one)) continue;
    found.push(one);
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}

export async function searchEverything(
  call: Call,
  input: OperationArguments<"search.everything">,
): Promise<Result<OperationOutput<"search.everything">>> {
  const picture = await getPicture(call);
  const text = input.text.trim().toLowerCase();
  const establishments = findFirst(picture.establishments, ({ facts }) =>
    facts.searchText.includes(text),
  ).map(
    (one): Hit => ({
      kind: "establishment",
      id: one.facts.id,
      title: one.facts.name,
      detail: formatPlaceOf(picture, one),
    }),
  );
  const officials = findFirst(
    picture.officials.values(),
    ({ id, searchText }) => picture.inPost.has(id) && searchText.includes(text),
  ).map(
    ({ id, name, unit, post }): Hit => ({
      kind: "official",
      id,
      title: name,
      detail: `${unit} ${post}`.trim(),
    }),
  );
  const found = await findTerritoriesByText(call, { text: input.text, limit: MOST_OF_A_KIND });
  const territories = found.map(
    ({ code, name, path }): Hit => ({ kind: "territory", id: code, title: name, detail: path }),
  );
  const evaluation = await getEvaluation(call, {});
  const items = (evaluation.ok ? evaluation.value.rubric.sections : [])
    .flatMap((section) => section.items.map((item) => ({ item, section })))
    .filter(({ item }) => item.title.toLowerCase().includes(text) || item.id.toLowerCase() === text)
    .slice(0, MOST_OF_A_KIND)
    .map(
      ({ item, section }): Hit => ({ kind: "item", id: item.id, title: item.title, detail: section.title }),
    );
  return ok({ hits: [...establishments, ...officials, ...territories, ...items] });
}
