// One search over everything that has a name: for the command palette of both faces.
import { type OperationArguments, type OperationOutput, ok, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findCurrentRubric } from "../evaluation/evaluation.service.js";
import type { Picture, StoredOfficial } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { searchAlong } from "../picture/search-along.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { findTerritoriesByText } from "../territory/territory.service.js";

type Hit = OperationOutput<"search.everything">["hits"][number];

const MOST_OF_A_KIND = 6;

type Named = { readonly joined: string; readonly all: readonly StoredOfficial[] };
// A view keeps the same posts while establishments change. Most texts are in no official's name: one look tells.
const officialsInPost = new WeakMap<Picture["inPost"], Named>();

function getOfficials({ inPost, officials }: Picture): Named {
  const known = officialsInPost.get(inPost);
  if (known !== undefined) return known;
  const all = [...officials.values()].filter(({ id }) => inPost.has(id));
  const named = { joined: all.map(({ searchText }) => searchText).join("\n"), all };
  officialsInPost.set(inPost, named);
  return named;
}

/** The first officials in post whose name or unit holds the text; nothing behind them is looked at. */
function findOfficials(picture: Picture, text: string): readonly StoredOfficial[] {
  const { joined, all } = getOfficials(picture);
  if (!joined.includes(text)) return [];
  const found: StoredOfficial[] = [];
  for (const one of all) {
    if (!one.searchText.includes(text)) continue;
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
  const establishments = searchAlong(picture, text, MOST_OF_A_KIND).map(
    (one): Hit => ({
      kind: "establishment",
      id: one.facts.id,
      title: one.facts.name,
      detail: formatPlaceOf(picture, one),
    }),
  );
  const officials = findOfficials(picture, text).map(
    ({ id, name, unit, post }): Hit => ({
      kind: "official",
      id,
      title: name,
      detail: `${unit} ${post}`.trim(),
    }),
  );
  const [found, rubric] = await Promise.all([
    findTerritoriesByText(call, { text: input.text, limit: MOST_OF_A_KIND }),
    findCurrentRubric(call),
  ]);
  const territories = found.map(
    ({ code, name, path }): Hit => ({ kind: "territory", id: code, title: name, detail: path }),
  );
  const items = (rubric?.sections ?? [])
    .flatMap((section) => section.items.map((item) => ({ item, section })))
    .filter(({ item }) => item.title.toLowerCase().includes(text) || item.id.toLowerCase() === text)
    .slice(0, MOST_OF_A_KIND)
    .map(
      ({ item, section }): Hit => ({ kind: "item", id: item.id, title: item.title, detail: section.title }),
    );
  return ok({ hits: [...establishments, ...officials, ...territories, ...items] });
}
