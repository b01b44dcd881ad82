// Server-sent events over `fetch`: Node has no EventSource, and a browser's cannot send the product's headers.

type Listener = (event: object) => void;
type Init = {
  readonly withCredentials?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch | undefined;
};

/**
 * The part of EventSource that a subscription needs. It does not connect again by itself: a lost connection ends the
 * subscription with an error, and who subscribed asks for the present state.
 */
export class FetchEventSource {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSED = 2;
  readyState = 0;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #abort = new AbortController();

  constructor(url: string, init: Init = {}) {
    void this.#read(url, init);
  }

  addEventListener(type: string, listener: Listener): void {
    const listeners = this.#listeners.get(type) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(type, listeners);
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  close(): void {
    this.readyState = this.CLOSED;
    this.#abort.abort();
  }

  #tell(type: string, event: object): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }

  #fail(error: unknown): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#tell("error", error instanceof Error ? error : new Error(String(error)));
  }

  async #read(url: string, init: Init): Promise<void> {
    try {
      const response = await (init.fetch ?? fetch)(url, {
        headers: { ...init.headers, accept: "text/event-stream" },
        signal: this.#abort.signal,
      });
      const type = response.headers.get("content-type") ?? "";
      if (!response.ok || response.body === null || !type.startsWith("text/event-stream"))
        throw new Error(`The server answered ${response.status} instead of a stream.`);
      this.readyState = this.OPEN;
      this.#tell("open", {});
      await this.#parse(response.body);
      this.#fail(new Error("The connection ended."));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Events are blocks of `field: value` lines, each ended by a blank line. */
  async #parse(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text = `${text}${decoder.decode(value, { stream: true })}`.replaceAll("\r\n", "\n");
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) this.#tellBlock(block);
    }
  }

  #tellBlock(block: string): void {
    let type = "message";
    let lastEventId = "";
    const data: string[] = [];
    for (const line of block.split("\n")) {
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "event") type = value;
      else if (field === "data") data.push(value);
      else if (field === "id") lastEventId = value;
    }
    if (data.length > 0 && this.readyState !== this.CLOSED)
      this.#tell(type, { data: data.join("\n"), lastEventId });
  }
}
