// Ways to overwrite the past behind the product's back, which the law of two times must notice.
import type { Database } from "../../storage/database.js";

const bend =
  (statement: string) =>
  (database: Database): Promise<void> =>
    database.exec(statement);

export const bends: Readonly<Record<string, (database: Database) => Promise<void>>> = {
  assignments: bend("update assignment set official_id = 'o2'"),
  states: bend("update establishment_state set state = 'suspended'"),
  posts: bend("update official_post set post = '无', valid_from = '2025-01-01' where superseded_at is null"),
  facts: bend(
    "update establishment_past set facts = jsonb_set(facts, '{name}', '\"改名\"'); update establishment set name = '改名'",
  ),
  settings: bend(
    `update office_setting_past set value = '{"value": {"county": 0, "township": 0}}' where key = 'overload-above'`,
  ),
  territories: bend("update territory_past set name = '改名'; update territory set name = '改名'"),
};
