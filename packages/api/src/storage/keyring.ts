/** Seals text with a key that lives outside the database. */
export type Keyring = {
  /** The sealed form of the text, bound to the field it belongs to, such as `person.mobile`. */
  seal(text: string, field: string): string;
  /** The text again; throws when it was sealed for another field, with an unknown key, or was altered. */
  unseal(sealed: string, field: string): string;
};
