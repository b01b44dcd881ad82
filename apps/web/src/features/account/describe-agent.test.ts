import { describe, expect, it } from "vitest";
import { describeAgent } from "./describe-agent.js";

const like = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("describeAgent", () => {
  it.each([
    [
      `Mozilla/5.0 (X11; Linux x86_64) ${like} HeadlessChrome/140.0.0.0 Safari/537.36`,
      ["Chrome 140", "Linux"],
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/140.0.0.0 Safari/537.36 Edg/139.0.0.0`,
      ["Edge 139", "Windows"],
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
      ["Safari 18", "iPhone"],
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; V2309A) ${like} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`,
      ["WeChat 8", "Android"],
    ],
    ["Mozilla/5.0 (Windows NT 10.0; rv:142.0) Gecko/20100101 Firefox/142.0", ["Firefox 142", "Windows"]],
    ["shian/0.1.0 (linux)", ["shian 0.1.0"]],
    ["curl/8.9.1", ["curl/8.9.1"]],
    ["", [""]],
  ])("%s", (agent, said) => expect(describeAgent(agent)).toEqual(said));
});
