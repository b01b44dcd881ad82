import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { key, twoTimes } from "../../storage/columns.js";

/** "1+N" groups of posts, in two times; `group_id` stays while the group changes. */
export const liaisonGroupTable = pgTable(
  "liaison_group",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    groupId: key("group_id").notNull(),
    name: text("name").notNull(),
    territory: key("territory").notNull(),
    onePost: key("one_post").notNull(),
    members: text("members").array().notNull(),
    ...twoTimes(),
    version: integer("version").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("liaison_group_group").on(table.groupId),
  ],
);
