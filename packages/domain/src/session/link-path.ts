// Where one-time links lead. The token stands behind `#`, which browsers never send, so no log of a proxy holds it.

export const linkPurposes = ["set-up", "password"] as const;
/** What a one-time link is for: the first set-up, or a person's first or new password. */
export type LinkPurpose = (typeof linkPurposes)[number];

/**
 * Path of the page that a link opens, to be put behind the address of the server.
 *
 * @example
 * toLinkPath("set-up", "abc"); // => "/set-up#abc"
 */
export const toLinkPath = (purpose: LinkPurpose, token: string): string => `/${purpose}#${token}`;
