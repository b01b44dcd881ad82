// What a change of the office's rules would do to its establishments and officials, from the picture of the day on which it
// would begin.
import {
  type EffectEstablishment,
  exceptionSchemeId,
  findRulesOn,
  type OperationArguments,
  ok,
  previewEffect,
  type Result,
  type RulesEffectView,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findScheme } from "../grading/scheme-in-force.service.js";
import { findOverloadOn } from "../picture/office-rules.js";
import { getPicture } from "../picture/picture.service.js";
import { changeRules, readAllRules } from "./office-rules.service.js";

/** Officials whose change is told one by one; the count is of all. */
const MOST_OFFICIALS = 100;

export async function showEffect(
  call: Call,
  { change, from }: OperationArguments<"rules.effect">,
): Promise<Result<RulesEffectView>> {
  const picture = await getPicture(call, { asOf: from });
  const scheme = change.kind === "scheme" ? await findScheme(call, change.scheme) : undefined;
  if (change.kind === "scheme" && scheme === undefined)
    return refuse("request/not-found", { id: change.scheme });
  const rules = await readAllRules(call);
  const onDay = ({
    overload,
    ...rest
  }: Pick<typeof rules, "frequency" | "levels" | "overload" | "minutes">) =>
    findRulesOn({ ...rest, overload: findOverloadOn(overload, from), on: from });
  const establishments = picture.establishments
    .filter(({ state }) => state === "active")
    .map(
      ({ facts, grade, official }): EffectEstablishment => ({
        id: facts.id,
        place: facts.place,
        facts,
        grade: grade?.value ?? null,
        excepted: grade?.schemeId === exceptionSchemeId,
        official,
      }),
    );
  const { officials, ...effect } = previewEffect({
    establishments,
    officials: [...picture.officials.values()],
    territory: picture.tree,
    scheme,
    before: onDay(rules),
    after: onDay(changeRules(rules, change, from)),
    asOf: from,
  });
  return ok({
    ...effect,
    from,
    moves: [...effect.moves],
    refused: { ...effect.refused, reasons: [...effect.refused.reasons] },
    officials: officials.slice(0, MOST_OFFICIALS).map(({ official, before, after }) => {
      const known = picture.officials.get(official);
      return {
        id: official,
        name: known?.name ?? "",
        unit: known?.unit ?? "",
        level: known?.level ?? null,
        before,
        after,
      };
    }),
    officialsChanged: officials.length,
    minutesDemonstration: rules.minutesDemonstration,
  });
}
