import * as z from "zod";
import { DatedPairingGrade, DatedRiskGrade, PairingGrade, RiskGrade } from "../grading/grade.schema.js";
import {
  DaysInput,
  mutation,
  PageInput,
  ProblemShape,
  pageOf,
  query,
  SeenVersion,
  TxId,
} from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { UnmaskedValue, UnmaskReason, unmaskingRoles } from "../kernel/unmask.js";
import { Level } from "../territory/territory.schema.js";
import { DutyState } from "../visit/visit.schema.js";
import {
  AttentionFlag,
  BusinessForm,
  Establishment,
  EstablishmentFacts,
  EstablishmentState,
  Size,
} from "./establishment.schema.js";
import { licenceStandings } from "./licence.schema.js";
import { RegistryFilter, RegistrySort } from "./registry-filter.contract.js";
import { clockStandings } from "./state-clock.js";
import { StateChange, StateSpell } from "./state-event.schema.js";

/** One establishment in a list. */
export const RegistryRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  creditCode: z.string().nullable(),
  licenceNumber: z.string().nullable(),
  form: BusinessForm.nullable(),
  place: z.string().nullable(),
  placeName: z.string().describe("township and village, or what the source wrote"),
  grade: PairingGrade.nullable(),
  riskGrade: RiskGrade.nullable(),
  state: EstablishmentState,
  official: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  duty: z.strictObject({ state: DutyState, daysLeft: z.int().nullable().describe("negative: days overdue") }),
  size: Size.nullable(),
  attention: z.array(z.string()),
  address: z.string().nullable(),
  licenceExpiresOn: PlainDate.nullable(),
  openedOn: PlainDate.nullable(),
  personInCharge: z.string().nullable(),
});
export type RegistryRow = z.infer<typeof RegistryRow>;

/** An official as an establishment's chain names one. */
export const ChainPerson = z.strictObject({
  id: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  level: Level.nullable(),
  load: z.int().nullable(),
});

const ClockShape = z.strictObject({
  standing: z.enum(clockStandings),
  due: PlainDate.nullable(),
  doneOn: PlainDate.nullable(),
  provisional: z.boolean().describe("a year of its working days is not loaded"),
});

/** A spell of a state with the two clocks that its beginning started. */
export const StateEvent = z.strictObject({
  ...StateSpell.shape,
  report: ClockShape.describe("the regulator's report, 15 working days (F1-22, to be checked)"),
  pairing: ClockShape.describe(
    "the office's re-pairing, 7 working days of the report (F1-22, to be checked)",
  ),
});
export type StateEvent = z.infer<typeof StateEvent>;

/** A change of state whose clock runs, or ran out. */
export const StateClockRow = z.strictObject({
  establishment: z.strictObject({ id: z.string(), name: z.string(), placeName: z.string() }),
  event: StateEvent,
});

/** Everything an establishment's page shows. */
export const EstablishmentDetail = z.strictObject({
  establishment: Establishment,
  placeName: z.string(),
  contactMobile: z.string().nullable().describe("masked; the number itself by registry.unmask"),
  grade: DatedPairingGrade.nullable(),
  gradeRuleTitle: z.strictObject({ "zh-CN": z.string(), en: z.string() }).nullable(),
  gradeRefusal: z.array(ProblemShape).describe("why it has no grade, each missing fact named"),
  gradeGround: z
    .strictObject({
      scheme: z.string().describe("id of the version that gave it, or of the decided objection"),
      schemeTitle: z.strictObject({ "zh-CN": z.string(), en: z.string() }).nullable(),
      demonstration: z.boolean(),
      facts: z
        .strictObject({
          form: BusinessForm.nullable(),
          size: Size.nullable(),
          diners: z.int().nullable(),
          attention: z.array(AttentionFlag),
        })
        .nullable()
        .describe("the facts as they were used; null where they were not kept"),
      basis: z.string().nullable().describe("the decision, where no rule gave it"),
    })
    .nullable(),
  gradeHistory: z.array(DatedPairingGrade),
  states: z.array(StateEvent).describe("its time line, the latest first"),
  licences: z.array(z.enum(licenceStandings)).describe("how the first licence and each further one stand"),
  siblings: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        placeName: z.string(),
        state: EstablishmentState,
      }),
    )
    .describe("others of the same credit code, the first 50 within reach"),
  classedSize: Size.nullable().describe(
    "by the statistical table, to be checked; null where it says nothing",
  ),
  riskGrade: DatedRiskGrade.nullable(),
  riskGradeHistory: z.array(DatedRiskGrade),
  official: ChainPerson.nullable(),
  expectedLevel: Level.nullable(),
  gaps: z.array(ProblemShape),
  assignments: z.array(
    z.strictObject({
      official: ChainPerson,
      from: PlainDate,
      to: PlainDate.nullable(),
      recordedAt: z.string(),
    }),
  ),
  visits: z.array(
    z.strictObject({
      id: z.string(),
      madeOn: PlainDate,
      mode: z.string(),
      official: z.string(),
      valid: z.boolean(),
      no: z.int().describe("lines answered no"),
    }),
  ),
  duty: z.strictObject({
    state: DutyState,
    window: z.string(),
    required: z.int(),
    made: z.int(),
    daysLeft: z.int().nullable(),
  }),
  changes: z.array(
    z.strictObject({
      at: z.string(),
      who: z.string(),
      what: z.string(),
      fields: z.array(
        z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  ),
});
export type EstablishmentDetail = z.infer<typeof EstablishmentDetail>;

/** Counts that head the register and feed its saved views. */
export const RegistrySummary = z.strictObject({
  total: z.int(),
  active: z.int(),
  byGrade: z.record(z.string(), z.int()).describe("A, B, C, D, none"),
  byForm: z.record(z.string(), z.int()),
  nobody: z.int(),
  placeUnknown: z.int(),
  notDone: z.int(),
  missingFacts: z
    .array(z.strictObject({ code: z.string(), count: z.int() }))
    .describe("why active ones have no grade"),
});
export type RegistrySummary = z.infer<typeof RegistrySummary>;

const filtered = { filter: RegistryFilter.default({}), ...DaysInput.shape };

export const registryOperations = {
  "registry.list": query(
    z.strictObject({ ...filtered, sort: RegistrySort.optional(), ...PageInput.shape }),
    pageOf(RegistryRow),
    { may: placeReaders, territory: "rows" },
  ),
  "registry.summary": query(
    z.strictObject({ territory: z.string().max(20).optional(), ...DaysInput.shape }),
    RegistrySummary,
    { may: placeReaders, territory: "input" },
  ),
  "registry.get": query(z.strictObject({ id: z.string(), ...DaysInput.shape }), EstablishmentDetail, {
    may: readers,
    territory: "object",
  }),
  "registry.correct": mutation(
    z.strictObject({
      txId: TxId,
      id: z.string(),
      version: SeenVersion,
      changes: EstablishmentFacts.partial(),
      since: z
        .union([PlainDate, z.literal("always")])
        .optional()
        .describe("first day of the changed facts, today when absent; always: what was entered was wrong"),
      state: z.strictObject({ state: EstablishmentState, from: PlainDate }).optional(),
    }),
    Establishment,
    { may: ["office", "regulator"], territory: "object" },
  ),
  "registry.create": mutation(
    z.strictObject({
      txId: TxId,
      facts: EstablishmentFacts,
      state: z
        .strictObject({
          state: EstablishmentState,
          from: PlainDate,
          reason: z.string().trim().max(300).optional(),
        })
        .optional()
        .describe("active from the opening day, else from today, when absent"),
      confirmed: z.boolean().default(false).describe("that it is another one than those that look alike"),
    }),
    Establishment,
    { may: ["office", "regulator"], territory: "rows" },
  ),
  "registry.changeState": mutation(
    z.strictObject({ txId: TxId, id: z.string(), version: SeenVersion, change: StateChange }),
    Establishment,
    { may: ["office", "regulator"], territory: "object" },
  ),
  "registry.stateClocks": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      asOf: PlainDate.optional(),
      only: z.enum(["late", "open"]).default("late"),
      ...PageInput.shape,
    }),
    pageOf(StateClockRow),
    { may: placeReaders, territory: "rows" },
  ),
  "registry.unmask": mutation(
    z.strictObject({
      txId: TxId,
      id: z.string(),
      reason: UnmaskReason,
    }),
    UnmaskedValue,
    { may: unmaskingRoles, territory: "object", secret: true },
  ),
} as const;
