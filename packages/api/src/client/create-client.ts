// The one place that builds a client of the API, for the web, the terminal and outside scripts.
import type { Locale } from "@shian/domain";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { AppRouter } from "../trpc/root.js";
import { FetchEventSource } from "./fetch-event-source.js";

/** A typed client of a running Shian. */
export type ShianClient = TRPCClient<AppRouter>;

export type ClientOptions = {
  /** Address of the server, e.g. `http://127.0.0.1:3000`; empty in a browser for the page's own. */
  readonly url: string;
  /** Language of sentences that the server writes, such as those of an error file. */
  readonly locale?: Locale | undefined;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** Longest address of a batched query; longer ones go in several requests. */
const MOST_URL_CHARACTERS = 8000;

/** Headers of every request: the mark that no foreign page can send, and the language. */
export const toHeaders = ({ locale, headers }: ClientOptions): Record<string, string> => ({
  ...headers,
  "x-shian": "1",
  ...(locale === undefined ? {} : { "accept-language": locale }),
});

/** The server's address without a slash at its end. */
export const toBase = ({ url }: ClientOptions): string => url.replace(/\/+$/, "");

/** A client; queries made at once travel in one request, subscriptions over server-sent events. */
export function createClient(options: ClientOptions): ShianClient {
  const url = `${toBase(options)}/api/trpc`;
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource: FetchEventSource,
          eventSourceOptions: { headers: toHeaders(options), fetch: options.fetch },
        }),
        false: httpBatchLink({
          url,
          headers: () => toHeaders(options),
          maxURLLength: MOST_URL_CHARACTERS,
          // The link writes absent fields as undefined, which `fetch` reads the same way.
          fetch: (input, init) => (options.fetch ?? fetch)(input, init as RequestInit),
        }),
      }),
    ],
  });
}
