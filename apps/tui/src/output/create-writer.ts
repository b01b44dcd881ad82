import { once } from "node:events";

/** Text out of the program, in order, with the reader's pace respected. */
export type Writer = {
  /** Takes the text; the returned promise is to be awaited by whoever writes much. */
  readonly write: (text: string) => Promise<void> | void;
  /** Hands over what is still held back. */
  readonly flush: () => Promise<void>;
};

const CHUNK = 64 * 1024;

/** Writes to the stream in chunks, so that a file of a million lines costs neither a call each nor the memory. */
export function createWriter(stream: NodeJS.WritableStream): Writer {
  let held = "";
  const send = async (): Promise<void> => {
    const text = held;
    held = "";
    if (text !== "" && !stream.write(text)) await once(stream, "drain");
  };
  return {
    write: (text) => {
      held += text;
      return held.length >= CHUNK ? send() : undefined;
    },
    flush: send,
  };
}

/** A reader that stops early (`| head`) ends the program quietly: what it wanted, it has. */
export function endQuietlyWhenClosed(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}
