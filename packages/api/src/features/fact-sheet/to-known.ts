import type { Known } from "@shian/domain";
import type { Picture } from "../picture/picture.js";

/** What the establishments that who asks reaches are known by. */
export const toKnown = ({ establishments }: Picture): readonly Known[] =>
  establishments.map(({ facts: { id, name, creditCode, licenceNumber, furtherLicences, address } }) => ({
    id,
    name,
    creditCode,
    licenceNumber,
    furtherLicences,
    address,
  }));
