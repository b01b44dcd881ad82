import type { Pair } from "./define-texts.js";

/** Signing in, setting up, passwords and authenticators. */
export const signTexts = {
  "sign.product": ["食品安全委员会办公室工作系统", "Working system of the food safety office"],
  "sign.in": ["登录", "Sign in"],
  "sign.out": ["退出登录", "Sign out"],
  "sign.other-person": ["换一个演示身份", "Be somebody else"],
  "sign.username": ["账号", "User name"],
  "sign.password": ["密码", "Password"],
  "sign.forgotten": ["忘记密码请找系统管理员", "Forgotten? Ask the system administrator"],
  "sign.terminal": ["终端登录用", "In a terminal:"],
  "sign.foot": [
    "15 分钟内 5 次不对，这里会暂停登录。30 分钟不操作自动退出，未提交的督导不会丢。",
    "After 5 wrong tries in 15 minutes this address pauses. After 30 idle minutes you are signed out; unsent visits are kept.",
  ],
  "sign.not-set-up": ["还没有设置", "Not set up yet"],
  "sign.not-set-up-hint": [
    "请打开服务器启动时显示的一次性设置链接，设好三位管理员后再登录。",
    "Open the one-time set-up link that the server printed when it started; sign in once the three administrators exist.",
  ],
  "sign.code-title": ["6 位验证码", "6-digit code"],
  "sign.code-hint": [
    "打开验证器应用，输入“食安”下的数字。每 30 秒换一次。",
    "Open your authenticator and enter the digits under “Shian”. They change every 30 seconds.",
  ],
  "sign.code-foot": [
    "手机丢了？凭恢复码登录，或请安全管理员当面核验后解除验证器，解除会记入审计。",
    "Phone lost? Use a recovery code, or have the security administrator remove the authenticator in person; it is recorded.",
  ],
  "sign.prove": ["验证", "Verify"],
  "sign.recovery": ["恢复码", "Recovery code"],
  "sign.recovery-hint": ["每个恢复码只能用一次。", "Each recovery code works once."],
  "sign.use-recovery": ["用恢复码", "Use a recovery code"],
  "sign.use-code": ["用验证码", "Use the authenticator"],
  "sign.back": ["返回", "Back"],
  "sign.demo-title": ["选一个身份进入", "Choose who to be"],
  "sign.demo-notice": [
    "演示模式：这里的城市、单位、人员全是虚构的。正式环境没有这个入口，也无法打开。",
    "Demonstration: city, bodies and people are invented. An office's own system has no such way in.",
  ],
  "sign.demo-foot": [
    "每个身份只看到自己权限内的内容；顶部始终标“演示数据”。",
    "Everybody sees only what they may; every page is marked as demonstration data.",
  ],
  "sign.new-password": ["新密码", "New password"],
  "sign.password-rule": [
    "至少 {least} 位，大写、小写、数字、符号四类中至少 {classes} 类。",
    "At least {least} characters with {classes} of: capitals, small letters, digits, signs.",
  ],
  "sign.password-rule-length": ["至少 {least} 位。", "At least {least} characters."],
  "sign.repeat": ["再输一次", "Once more"],
  "sign.differs": ["两次输入不一样。", "The two are not the same."],
  "sign.choose-password": ["设定密码", "Choose a password"],
  "sign.password-chosen": ["密码已设好，可以登录了。", "The password is set; you can sign in."],
  "sign.link-of": [
    "{name}，账号 {username}。链接用过即废。",
    "{name}, user name {username}. The link works once.",
  ],
  "sign.due-title": ["请更换密码", "Change your password"],
  "sign.due-hint": [
    "{username} 的密码已到期，换好后继续。",
    "The password of {username} has come to its end.",
  ],
  "sign.present-password": ["现在的密码", "Present password"],
  "sign.change-password": ["更换密码", "Change password"],
  "sign.bind-title": ["绑定验证器", "Bind an authenticator"],
  "sign.bind-hint": [
    "管理员须绑定验证器后才能工作（账号 {username}）。先输入密码。",
    "Administrators work only with an authenticator (user name {username}). Enter your password first.",
  ],
  "sign.scan": [
    "用验证器应用扫描，再输入它显示的 6 位数。",
    "Scan with your authenticator, then enter its 6 digits.",
  ],
  "sign.or-type": ["或手工输入密钥：", "Or type the secret:"],
  "sign.bind": ["绑定", "Bind"],
  "sign.bound": ["验证器已绑定。", "The authenticator is bound."],
  "sign.keep-recovery": [
    "请抄下恢复码，手机丢失时每个可用一次。以后不会再显示。",
    "Write down the recovery codes; each works once if the phone is lost. They are not shown again.",
  ],
  "sign.kept": ["已抄下，继续", "Written down, continue"],
  "sign.next": ["下一步", "Next"],
  "sign.finish": ["完成设置", "Finish"],
  "sign.fill-again": ["重新填写", "Fill in again"],
  "sign.set-up": ["设三位管理员", "The three administrators"],
  "sign.set-up-foot": [
    "第 {n} 位，共 3 位。完成前系统不接受任何业务数据。",
    "{n} of 3. Until all exist the system takes no data.",
  ],
  "sign.set-up-done": [
    "三位管理员已设好。各自登录并绑定验证器后即可开通账号、授权。",
    "The three administrators exist. Each signs in and binds an authenticator, then accounts can be opened and granted.",
  ],
  "sign.link-until": ["一次性链接，{time} 前有效，用过即废。", "One-time link, valid until {time}."],
  "sign.link-ended": ["链接已失效", "This link is no longer valid"],
  "sign.open": ["待设", "open"],
  "sign.name-of": ["{role}姓名", "Name of the {role}"],
  "sign.same-as": [
    "与{role}是同一账号，三员须各是一人。",
    "The same user name as the {role}; they must be three people.",
  ],
} as const satisfies Record<string, Pair>;
