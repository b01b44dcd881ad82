// A workbook can hold U+0000 and halves of surrogate pairs as `_x0000_`; PostgreSQL can store neither.

/** Whether a database can keep the text. */
export const isStorableText = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** The text with U+FFFD in the place of each character that no database keeps. */
export const toStorableText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "\ufffd");
