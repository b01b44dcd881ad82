import { expect, it } from "vitest";
import { operations } from "../contracts.js";
import { menuAreas } from "./menu-areas.js";

it.each(Object.entries(menuAreas))("%s opens with an operation that there is", (_area, operation) =>
  expect(Object.keys(operations)).toContain(operation),
);
