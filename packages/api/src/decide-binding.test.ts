import { expect, it } from "vitest";
import { decideBinding, isLoopback } from "./decide-binding.js";

const plain = { publicUrl: undefined, trustedProxies: [], tls: false } as const;
const https = "https://shian.example";

it.each<[string, Omit<Parameters<typeof decideBinding>[0], "host">, RegExp | undefined]>([
  ["127.0.0.1", plain, undefined],
  ["127.9.9.9", plain, undefined],
  ["::1", plain, undefined],
  ["localhost", plain, undefined],
  ["0.0.0.0", plain, /plain http/],
  ["::", plain, /plain http/],
  ["192.0.2.7", { ...plain, publicUrl: https }, /SHIAN_TRUSTED_PROXIES/],
  ["192.0.2.7", { ...plain, tls: true }, undefined],
  ["0.0.0.0", { ...plain, trustedProxies: ["10.0.0.1"] }, /SHIAN_URL/],
  ["0.0.0.0", { ...plain, trustedProxies: ["10.0.0.1"], publicUrl: "http://shian.example" }, /SHIAN_URL/],
  ["0.0.0.0", { ...plain, trustedProxies: ["10.0.0.1"], publicUrl: https }, undefined],
  // A name may resolve to anything, whatever it looks like.
  ["localhost.example", plain, /plain http/],
  ["127.0.0.1.example", plain, /plain http/],
])("on %s with %j", (host, options, sentence) => {
  const binding = decideBinding({ host, ...options });
  expect(binding.ok ? undefined : binding.sentence).toEqual(
    sentence === undefined ? undefined : expect.stringMatching(sentence),
  );
});

it("knows loopback addresses", () => {
  expect(["127.0.0.1", "::1", "0.0.0.0", "::", "10.0.0.1"].map(isLoopback)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
