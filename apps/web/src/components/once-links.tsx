import { toLinkPath } from "@shian/domain";
import { App, Button } from "antd";
import { useText } from "../text/use-text.js";
import { Notice } from "./notice.js";

export type OnceLink = { id: string; name: string; token: string; endsAt: string };

/** Links by which people choose their password; they are shown this once and can be copied, never asked for again. */
export function OnceLinks({ links }: { links: readonly OnceLink[] }) {
  const { t } = useText();
  const { message } = App.useApp();
  const toUrl = ({ token }: OnceLink) => `${location.origin}${toLinkPath("password", token)}`;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(t("people.copied"));
    } catch {
      void message.warning(t("people.copy-failed"));
    }
  };
  const all = links.map((link) => `${link.name}\t${toUrl(link)}`).join("\n");
  return (
    <>
      <Notice
        tone="warn"
        action={
          links.length > 1 && (
            <Button size="small" onClick={() => void copy(all)}>
              {t("people.copy-all")}
            </Button>
          )
        }
      >
        {t("people.link-once")}
      </Notice>
      <ul className="once-links mt12">
        {links.map((link) => (
          <li key={link.id}>
            <b>{link.name}</b>
            <input
              className="code"
              readOnly
              value={toUrl(link)}
              aria-label={t("people.link-of", { name: link.name })}
              onFocus={(event) => event.target.select()}
            />
            <Button size="small" onClick={() => void copy(toUrl(link))}>
              {t("people.copy")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
