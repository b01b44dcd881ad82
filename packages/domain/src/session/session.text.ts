// Sentences about signing in, passwords, codes, links and keys.
import type { Catalogue } from "../kernel/text.js";
import type { SessionProblemCode } from "./session.problem.js";

export const sessionText: Catalogue<SessionProblemCode> = {
  "zh-CN": {
    "session/wrong": "账号或密码不对。请再试一次。",
    "session/locked-here": "这里已暂停登录这个账号：15 分钟内 5 次没有成功，{minutes} 分钟后可以再试。",
    "session/locked": "这个账号因多次没有成功已锁定，请联系安全管理员解锁。",
    "session/slow": "这个地址没有成功的登录太多，请 {seconds} 秒后再试。",
    "session/busy": "登录的人太多，请稍后再试。",
    "session/wrong-code": "验证码不对，或已经用过。请输入验证器现在显示的 6 位数字，或一个没有用过的恢复码。",
    "session/challenge-ended": "两步验证已经过期，请重新输入账号和密码。",
    "session/provider-absent": "这里没有设置统一身份认证。请用账号和密码登录。",
    "session/provider-unreachable": "现在连不上统一身份认证。请稍后再试，或用账号和密码登录。",
    "session/provider-ended": "这次统一身份认证登录已经过期、用过，或不是在这个浏览器里开始的。请重新登录。",
    "session/provider-refused": "没有在统一身份认证完成登录。请再试一次，或用账号和密码登录。",
    "session/provider-unverified":
      "统一身份认证的回答不能核实，没有登录。请再试一次；仍不行请告诉系统管理员。",
    "session/provider-unlinked":
      "统一身份认证已确认您是“{subject}”，但这个标识没有可用的账号。请让系统管理员绑定。",
    "session/wrong-password": "现在的密码不对。请再试一次。",
    "session/password-short": "密码至少要有 {least} 个字符。",
    "session/password-long": "密码最多 {most} 个字符。",
    "session/password-classes": "密码要有大写字母、小写字母、数字、其他字符里的 {classes} 种。",
    "session/password-holds-username": "密码里不能有账号名。",
    "session/password-common": "这个密码太常见，很容易被猜到。请换一个。",
    "session/password-used": "这个密码最近用过，最近 {remembered} 个不能再用。请换一个。",
    "session/link-ended": "这个链接已经用过、过期或不完整。请索取新的链接。",
    "session/username-taken": "账号“{username}”已经有人用。请换一个。",
    "session/same-username": "账号“{username}”用了两次，三员须各是一人。",
    "session/set-up-done": "系统已经完成设置。请登录。",
    "session/not-demonstration": "正式环境没有演示登录。",
    "session/second-factor-on": "两步验证已经打开。",
    "session/second-factor-off": "两步验证还没有打开。",
    "session/second-factor-kept": "管理员须使用两步验证，不能关闭。换手机时请让安全管理员重置。",
    "session/device-ended": "这个终端代码不对、已用过或已过期。请在终端重新运行 shian login。",
    "session/key-of-person": "接口密钥不能管理账号。请登录后再试。",
    "session/key-operation": "接口密钥不能包括“{operation}”。",
    "session/key-too-long": "接口密钥最长一年。请改早到期日。",
  },
  en: {
    "session/wrong": "The user name or the password is not right. Try again.",
    "session/locked-here":
      "Signing in to this account is paused here: 5 tries in 15 minutes failed. Try again in {minutes} minutes.",
    "session/locked":
      "This account is locked after many failed tries. Ask the security administrator to unlock it.",
    "session/slow": "Too many failed tries from this address. Try again in {seconds} seconds.",
    "session/busy": "Too many people are signing in at once. Try again in a moment.",
    "session/wrong-code":
      "The code is not right, or was used before. Enter the 6 digits that your authenticator shows now, or a recovery code not used yet.",
    "session/challenge-ended": "The second step has expired. Enter your user name and password again.",
    "session/provider-absent": "No identity provider is set up here. Sign in with user name and password.",
    "session/provider-unreachable":
      "The identity provider cannot be reached now. Try again later, or sign in with user name and password.",
    "session/provider-ended":
      "This sign-in by the identity provider has expired, was used, or was not begun in this browser. Sign in again.",
    "session/provider-refused":
      "The sign-in at the identity provider was not completed. Try again, or sign in with user name and password.",
    "session/provider-unverified":
      "The identity provider's answer cannot be verified, so you are not signed in. Try again; if it stays so, tell the system administrator.",
    "session/provider-unlinked":
      "The identity provider says that you are “{subject}”, but no account in use is linked to that. Ask the system administrator to link yours.",
    "session/wrong-password": "The present password is not right. Try again.",
    "session/password-short": "The password must have at least {least} characters.",
    "session/password-long": "The password may have at most {most} characters.",
    "session/password-classes":
      "The password must hold {classes} of: upper case, lower case, digits, other characters.",
    "session/password-holds-username": "The password must not hold the user name.",
    "session/password-common": "This password is very common and easily guessed. Choose another.",
    "session/password-used":
      "This password was used lately; the last {remembered} cannot be used again. Choose another.",
    "session/link-ended": "This link was used, has expired or is not complete. Ask for a new one.",
    "session/username-taken": "The user name “{username}” is taken. Choose another.",
    "session/same-username":
      "The user name “{username}” stands twice; the three administrators are three people.",
    "session/set-up-done": "The system is set up. Sign in.",
    "session/not-demonstration": "There is no demonstration sign-in outside demonstration mode.",
    "session/second-factor-on": "The second factor is on already.",
    "session/second-factor-off": "The second factor is not on yet.",
    "session/second-factor-kept":
      "An administrator needs the second factor and cannot turn it off. The security administrator resets it for a new phone.",
    "session/device-ended":
      "This terminal's code is not right, was used or has expired. Run shian login in the terminal again.",
    "session/key-of-person": "An API key cannot manage accounts. Sign in and try again.",
    "session/key-operation": "An API key cannot cover “{operation}”.",
    "session/key-too-long": "An API key lasts a year at most. Choose an earlier end.",
  },
};
