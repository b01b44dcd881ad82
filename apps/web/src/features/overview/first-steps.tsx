import { Card } from "../../components/card.js";
import { type Door, DoorLink } from "../../components/figures.js";
import type { TextKey } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

const steps: readonly { title: TextKey; hint: TextKey; door: Door }[] = [
  {
    title: "overview.start-1",
    hint: "overview.start-1-hint",
    door: { to: "/registry/import", search: { kind: "registry" } },
  },
  { title: "overview.start-2", hint: "overview.start-2-hint", door: { to: "/settings" } },
  {
    title: "overview.start-3",
    hint: "overview.start-3-hint",
    door: { to: "/registry/import", search: { kind: "officials" } },
  },
  { title: "overview.start-4", hint: "overview.start-4-hint", door: { to: "/evaluation" } },
];

/** An office that has just been started: what to do first. */
export function FirstSteps() {
  const { t } = useText();
  return (
    <Card span={12} title={t("overview.start")} note={t("overview.start-note")} flush>
      <ol className="first-steps">
        {steps.map((step, index) => (
          <li key={step.title}>
            <i>{index + 1}</i>
            <div>
              <b>{t(step.title)}</b>
              <p className="t3">{t(step.hint)}</p>
            </div>
            <DoorLink door={step.door} className={index === 0 ? "btn pri" : "btn"}>
              {t("overview.see")}
            </DoorLink>
          </li>
        ))}
      </ol>
    </Card>
  );
}
