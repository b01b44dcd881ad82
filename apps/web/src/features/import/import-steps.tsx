import { Card } from "../../components/card.js";
import { Icon } from "../../components/icon.js";
import { useText } from "../../text/use-text.js";

const steps = ["import.step-file", "import.step-map", "import.step-preview", "import.step-apply"] as const;

/** Where in the wizard one is. */
export function ImportSteps({ step }: { step: 1 | 2 | 3 | 4 }) {
  const { t } = useText();
  return (
    <Card className="mb16 steps-card">
      <div className="row wrap">
        <ol className="steps">
          {steps.map((key, index) => (
            <li
              key={key}
              className={index + 1 < step ? "done" : index + 1 === step ? "on" : ""}
              aria-current={index + 1 === step ? "step" : undefined}
            >
              <i>{index + 1 < step ? <Icon name="check" small /> : index + 1}</i>
              {t(key)}
            </li>
          ))}
        </ol>
        <span className="r t3 sm opt">{t("import.step-note")}</span>
      </div>
    </Card>
  );
}
