// Reasons that the register gives: why a row of a file was refused or held, and what is only worth a notice.

export const registryProblemCodes = [
  "registry/name-missing",
  "registry/identity-missing",
  "registry/too-long",
  "registry/date",
  "registry/number",
  "registry/form-unknown",
  "registry/size-unknown",
  "registry/attention-unknown",
  "registry/state-unknown",
  "registry/outside-territory",
  "registry/place-unknown",
  "registry/place-partly-known",
  "registry/grid-unknown",
  "registry/code-fits-several",
  "registry/code-name-address-differ",
  "registry/licence-fits-several",
  "registry/licence-code-conflict",
  "registry/name-fits-several",
  "registry/same-identity",
  "registry/column-missing",
  "registry/map-header-unknown",
  "registry/map-field-unknown",
  "registry/map-field-twice",
  "registry/decision-not-held",
  "registry/decision-not-allowed",
  "registry/decision-target-unknown",
  "registry/facts-from-later",
] as const;
/** Code of a reason given by the register. */
export type RegistryProblemCode = (typeof registryProblemCodes)[number];
