import type { Pair } from "./define-texts.js";

/** The outside identity provider: signing in by it, and whose account is linked to it. */
export const providerTexts = {
  "provider.name": ["统一身份认证", "Identity provider"],
  "provider.by-default": ["统一身份认证", "the identity provider"],
  "provider.sign-in": ["用{name}登录", "Sign in by {name}"],
  "provider.returning": ["正在登录", "Signing you in"],
  "provider.refused": ["没有登录", "You are not signed in"],
  "provider.again": ["回到登录页", "Back to the sign-in page"],
  "provider.linked-as": ["{subject}（{issuer}）", "{subject} ({issuer})"],
  "provider.none": ["未绑定", "Not linked"],
  "provider.link": ["绑定统一身份认证", "Link to the provider"],
  "provider.link-of": ["绑定{name}的统一身份认证", "Link {name} to the identity provider"],
  "provider.link-hint": [
    "绑定后，本人在统一身份认证登录即进入这个账号；验证器照常要验。",
    "Whoever the provider signs in under this subject enters this account; an authenticator is still asked for.",
  ],
  "provider.subject": ["本人的标识", "Subject"],
  "provider.subject-hint": [
    "须与认证平台给的一字不差。本人先试登录一次，页面会写出来。",
    "Exactly as the provider gives it. When its owner tries to sign in, the page shows it.",
  ],
  "provider.linked": ["已绑定", "Linked"],
  "people.act-unlinkProvider": ["解除统一身份认证", "Unlink from the provider"],
  "people.hint-unlinkProvider": [
    "统一身份认证不能再进入这个账号，所有登录同时退出。",
    "The provider no longer opens this account, and all its sessions end.",
  ],
  "people.done-unlinkProvider": ["已解除绑定", "Unlinked"],
  "doing.session.goToProvider": ["去统一身份认证登录", "Go to the identity provider"],
  "doing.session.returnFromProvider": ["由统一身份认证登录", "Sign in by the identity provider"],
  "doing.people.linkProvider": ["绑定统一身份认证", "Link to the identity provider"],
  "doing.people.unlinkProvider": ["解除统一身份认证", "Unlink from the identity provider"],
  "happened.provider-linked": ["绑定统一身份认证", "linked to the identity provider"],
  "happened.provider-unlinked": ["解除统一身份认证", "unlinked from the identity provider"],
  "kept.issuer": ["认证平台", "Issuer"],
  "kept.subject": ["标识", "Subject"],
  "kept.first": ["先以", "First by"],
} as const satisfies Record<string, Pair>;
