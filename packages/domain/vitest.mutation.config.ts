import { mergeConfig } from "vitest/config";
import ordinary from "./vitest.config.js";

// The tests of the one concept under mutation (stryker.config.mjs).
const { test, ...rest } = ordinary;
export default mergeConfig(rest, {
  test: { ...test, include: [`src/${process.env.SHIAN_CONCEPT}/**/*.test.ts`] },
});
