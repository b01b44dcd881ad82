// Where somebody is taken after signing in elsewhere. The path travels through the browser, so it is looked at wherever
// it is used: one that left this product would make the sign-in page a way to lead people astray (open redirect).
import * as z from "zod";

// A browser reads `//host` and `/\host` as another host, drops tabs and line ends inside an address, and takes `\` for
// `/` anywhere; so none of these may stand in it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const ownPath = /^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/;

/**
 * Whether the text is a path of this product and of nothing else: it begins with one `/`, and a browser reads it as an
 * address of the same origin.
 *
 * @example
 * isOwnPath("/registry?q=1"); // => true
 * isOwnPath("//elsewhere.example"); // => false
 */
export const isOwnPath = (text: string): boolean => text.length <= 500 && ownPath.test(text);

/** A path of this product, with its query, as it travels. */
export const OwnPath = z.string().refine(isOwnPath, "a path of this product");
