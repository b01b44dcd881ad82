export {
  type Acknowledgement,
  type AnnexEstablishment,
  type AnnexLine,
  type AnnexVersion,
  deriveAnnexVersions,
  isAnnexAcknowledged,
  toAnnexText,
} from "./annex.js";
export {
  AnnexRow,
  AnnexView,
  CommitmentDetail,
  CommitmentLetter,
  CommitmentRow,
  CommitmentView,
  commitmentOperations,
  DutyLists,
  SignatureView,
  SigningRates,
} from "./commitment.contract.js";
export { type CommitmentProblemCode, commitmentProblemCodes } from "./commitment.problem.js";
export {
  Commitment,
  CommitmentOptions,
  defaultCommitmentOptions,
  EndReason,
  SigningStanding,
  SigningWay,
  signingStandings,
} from "./commitment.schema.js";
export { demonstrationDutyTexts } from "./demonstration-duty-texts.data.js";
export {
  type CommitmentRecord,
  type CommittedPost,
  type DerivedCommitment,
  deriveCommitment,
  toTerm,
} from "./derive-commitment.js";
export { DutyTexts, LevelDuties, TaskBlock, taskBlocks } from "./duty-texts.schema.js";
export { measureSigning, type Signing, type SigningOfficial, type SigningTable } from "./measure-signing.js";
export { type PublicBoard, toPublicBoard, toPublicPhone } from "./public-board.js";
export {
  findSignatureFault,
  Strokes,
  signatureHeight,
  signatureWidth,
  toSignaturePath,
} from "./signature.js";
