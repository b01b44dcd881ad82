import { uploadFile } from "@shian/api/client";
import type { KeptFile, Locale } from "@shian/domain";
import { useState } from "react";
import { useText } from "../text/use-text.js";

/** What becomes of an attachment: another one, none, or as it is. */
export type AttachmentChange = File | null | undefined;

/** Uploads what was chosen; gives what an operation takes as `fileId`. */
export async function sendAttachment(
  change: AttachmentChange,
  locale: Locale,
): Promise<{ readonly fileId?: string | null }> {
  if (change === undefined) return {};
  if (change === null) return { fileId: null };
  const { fileId } = await uploadFile(
    { url: window.location.origin, locale },
    { name: change.name, content: change },
  );
  return { fileId };
}

/** A file that goes with something: the present one, another one chosen, or taken away. */
export function AttachmentField({
  present,
  onChange,
}: {
  present: KeptFile | null;
  onChange: (change: AttachmentChange) => void;
}) {
  const { t } = useText();
  const [gone, setGone] = useState(false);
  const [chosen, setChosen] = useState<string>();
  return (
    <div className="mb12">
      <span className="t2 sm block">{t("training.file")}</span>
      <label className="btn">
        {t("training.choose-file")}
        <input
          className="sr"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => {
            setChosen(event.target.files?.[0]?.name);
            onChange(event.target.files?.[0]);
          }}
        />
      </label>{" "}
      {chosen}
      <small className="block t3">{t("training.file-hint")}</small>
      {present !== null && !gone && (
        <small className="block">
          {t("training.file-keep", { name: present.name })}{" "}
          <button
            type="button"
            className="btn link sm"
            onClick={() => {
              setGone(true);
              onChange(null);
            }}
          >
            {t("training.file-remove")}
          </button>
        </small>
      )}
    </div>
  );
}
