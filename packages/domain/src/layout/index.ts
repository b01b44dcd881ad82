// Export layouts: lists in the columns of another system, held as data.
export { checkLayout } from "./check-layout.js";
export { demonstrationLayouts } from "./demonstration-layouts.data.js";
export { type LayoutProblemCode, layoutProblemCodes } from "./layout.problem.js";
export { Layout, LayoutColumn, LayoutDateFormat, LayoutKindName } from "./layout.schema.js";
export { layoutText } from "./layout.text.js";
export {
  type DateFormat,
  dateFormats,
  type LayoutField,
  type LayoutKind,
  layoutFields,
  layoutKinds,
} from "./layout-fields.data.js";
export { createLayoutWriter, formatLayoutDate, type LayoutValue } from "./write-layout-row.js";
