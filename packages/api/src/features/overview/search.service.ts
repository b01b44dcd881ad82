// One search over everything that has a name: for the command palette of both faces.
import { type OperationArguments, type OperationOutput, ok, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { getEvaluation } from "../evaluation/evaluation.service.js";
import { getPicture } from "../picture/picture.service.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { searchTerritories } from "../territory/territory.service.js";

type Hit = OperationOutput<"search.everything">["hits"][number];

const MOST_OF_A_KIND = 6;

export async function searchEverything(
  call: Call,
  input: OperationArguments<"search.everything">,
): Promise<Result<OperationOutput<"search.everything">>> {
  const picture = await getPicture(call);
  const text = input.text.trim().toLowerCase();
  const establishments = picture.establishments
    .filter(({ facts }) => facts.searchText.includes(text))
    .slice(0, MOST_OF_A_KIND)
    .map(
      (one): Hit => ({
        kind: "establishment",
        id: one.facts.id,
        title: one.facts.name,
        detail: formatPlaceOf(picture, one),
      }),
    );
  const officials = [...picture.officials.values()]
    .filter(({ id, searchText }) => picture.inPost.has(id) && searchText.includes(text))
    .slice(0, MOST_OF_A_KIND)
    .map(
      ({ id, name, unit, post }): Hit => ({
        kind: "official",
        id,
        title: name,
        detail: `${unit} ${post}`.trim(),
      }),
    );
  const found = await searchTerritories(call, { text: input.text, limit: MOST_OF_A_KIND });
  const territories = (found.ok ? found.value.rows : []).map(
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
