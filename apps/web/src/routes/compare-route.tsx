import { ComparePage } from "../features/comparison/compare-page.js";

export const CompareRoute = ComparePage;
