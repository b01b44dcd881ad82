// The areas of the navigation and the operation whose right opens each. The rights preview says by it which menus a
// person would have.
// Source: experience page, frame; issue "Second" (menus, operations and territories in the preview).

/** Area → the operation without which the area would be empty. */
export const menuAreas = {
  overview: "overview.get",
  registry: "registry.list",
  import: "import.list",
  chain: "chain.tree",
  visits: "visit.list",
  evaluation: "evaluation.get",
  people: "people.list",
  units: "unit.create",
  audit: "audit.list",
  jobs: "job.list",
  backup: "backup.list",
} as const;
export type MenuArea = keyof typeof menuAreas;
