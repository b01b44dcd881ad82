/** The word as a POSIX shell reads it back; one that needs no quotes gets none. */
export const quoteShell = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A command line that a person can paste: the words, then the options in the given order. */
export function composeShellCommand(
  words: readonly string[],
  options: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const given = options.flatMap(([name, value]) => (value === undefined ? [] : [toOption(name, value)]));
  return ["shian", ...words.map(quoteShell), ...given].join(" ");
}

const toOption = (name: string, value: string): string => {
  if (value === "") return `--${name}`;
  return value.startsWith("-") ? `--${name}=${quoteShell(value)}` : `--${name} ${quoteShell(value)}`;
};
