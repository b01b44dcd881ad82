// From options, as the command line and the screens both give them, to what the operations take.
import { type OperationArguments, operations } from "@shian/domain";
import type { GivenOptions } from "./command.js";
import { givenFields } from "./given-fields.js";

type Place = {
  readonly territory: string | undefined;
  readonly asOf: string | undefined;
  readonly knownOn?: string | undefined;
};

const one = (options: GivenOptions, name: string): string | undefined => options.get(name)?.[0];
const many = (options: GivenOptions, name: string): readonly string[] | undefined => {
  const values = (options.get(name) ?? []).flatMap((value) => value.split(",")).map((value) => value.trim());
  const given = values.filter((value) => value !== "");
  return given.length === 0 ? undefined : given;
};
const flag = (options: GivenOptions, name: string): boolean | undefined => {
  const value = one(options, name);
  return value === undefined ? undefined : value === "true";
};

/** The day of knowledge that a screen's options name; a command names it with the place. */
const days = (options: GivenOptions) => ({ knownOn: one(options, "known-on") });

/** What `registry.list` is asked, without the page. */
export function toRegistryInput(options: GivenOptions, place: Place): OperationArguments<"registry.list"> {
  const sort = one(options, "sort");
  return operations["registry.list"].input.parse(
    givenFields({
      filter: givenFields({
        territory: place.territory,
        search: one(options, "search"),
        grades: many(options, "grade"),
        riskGrades: many(options, "risk"),
        graded: flag(options, "graded"),
        forms: many(options, "form"),
        states: many(options, "state"),
        placeKnown: flag(options, "place-known"),
        answered: flag(options, "answered"),
        official: one(options, "official"),
        duties: many(options, "duty"),
        sizes: many(options, "size"),
        attention: many(options, "attention"),
        licences: many(options, "licence"),
        licenceKinds: many(options, "licence-kind"),
      }),
      asOf: place.asOf,
      ...days(options),
      sort: sort === undefined ? undefined : { by: sort.replace(/^-/, ""), descending: sort.startsWith("-") },
    }),
  );
}

/** What `visit.duties` is asked, without the page; overdue ones unless other states are named. */
export const toDutiesInput = (options: GivenOptions, place: Place): OperationArguments<"visit.duties"> =>
  operations["visit.duties"].input.parse(
    givenFields({
      ...days(options),
      ...place,
      states: many(options, "duty") ?? ["overdue"],
      period: one(options, "period"),
      grades: many(options, "grade"),
      official: one(options, "official"),
    }),
  );

/** What `chain.gaps` is asked, without the page. */
export const toGapsInput = (options: GivenOptions, place: Place): OperationArguments<"chain.gaps"> =>
  operations["chain.gaps"].input.parse(
    givenFields({ ...days(options), ...place, kind: one(options, "kind") }),
  );

/** What `official.list` is asked, without the page. */
export const toOfficialsInput = (options: GivenOptions, place: Place): OperationArguments<"official.list"> =>
  operations["official.list"].input.parse(
    givenFields({
      ...days(options),
      ...place,
      level: one(options, "level"),
      search: one(options, "search"),
      sort: one(options, "sort"),
    }),
  );

/** What `coverage.measure` is asked. */
export const toCoverageInput = (
  options: GivenOptions,
  place: Place,
): OperationArguments<"coverage.measure"> =>
  operations["coverage.measure"].input.parse(
    givenFields({ ...days(options), ...place, period: one(options, "period") }),
  );
