import { describe, expect, it } from "vitest";
import { createTurns, dummyHash, hashPassword, isOutdated, verifyPassword } from "./password-hash.js";

describe("a password", () => {
  it("is kept as argon2id with a salt of its own", async () => {
    const [one, two] = [await hashPassword("望澜Lanwan-88"), await hashPassword("望澜Lanwan-88")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "望澜Lanwan-88")).toBe(true);
    expect(await verifyPassword(one, "望澜Lanwan-89")).toBe(false);
  });

  it("typed in full width is the same", async () => {
    expect(await verifyPassword(await hashPassword("Lanwan-8899"), "Ｌanwan-８８99")).toBe(true);
  });

  it("of nobody costs what somebody's does and is never right", async () => {
    expect(isOutdated(dummyHash)).toBe(false);
    expect(await verifyPassword(null, "")).toBe(false);
  });

  it.each([
    ["$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA", true],
    ["$argon2i$v=19$m=47104,t=2,p=1$c2FsdHNhbHQ$aGFzaA", true],
    ["$argon2id$v=19$m=47104,t=2,p=1$c2FsdHNhbHQ$aGFzaA", false],
  ])("%s is outdated: %s", (hash, answer) => expect(isOutdated(hash)).toBe(answer));
});

describe("turns", () => {
  it("are taken by so many at once; who would wait too far behind is told so", async () => {
    const takeTurn = createTurns({ most: 2, queue: 3 });
    const open: (() => void)[] = [];
    let running = 0;
    let mostRunning = 0;
    const work = async () => {
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      await new Promise<void>((resolve) => open.push(resolve));
      running -= 1;
      return "done";
    };
    const answers = Array.from({ length: 7 }, () => takeTurn(work));
    while (open.length < 5) {
      open.forEach((go) => {
        go();
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    open.at(-1)?.();
    open.at(-2)?.();
    expect((await Promise.all(answers)).sort()).toEqual([
      "busy",
      "busy",
      "done",
      "done",
      "done",
      "done",
      "done",
    ]);
    expect(mostRunning).toBe(2);
  });

  it("are given back by work that fails", async () => {
    const takeTurn = createTurns({ most: 1, queue: 0 });
    await expect(takeTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await takeTurn(async () => "next")).toBe("next");
  });
});
