import { type Checklist, type ChecklistAnswer, checklistAnswers } from "@shian/domain";
import { Input } from "antd";
import { useText } from "../../text/use-text.js";

export type Answers = Readonly<Record<string, { answer?: ChecklistAnswer["answer"]; note?: string }>>;

/** The lines of a checklist with one answer each; a "no" asks what is wrong. */
export function ChecklistFields({
  checklist,
  answers,
  onChange,
}: {
  checklist: Checklist;
  answers: Answers;
  onChange: (answers: Answers) => void;
}) {
  const { t, locale, name } = useText();
  return (
    <ol className="check-list">
      {checklist.items.map((item, index) => {
        const given = answers[item.id];
        return (
          <li key={item.id} className={given?.answer === "no" ? "check-item bad" : "check-item"}>
            <p id={`q-${item.id}`}>
              <b>{index + 1}</b>
              <span>
                {item.text[locale]}
                {item.source !== null && <small>{item.source}</small>}
              </span>
            </p>
            <div className="answers" role="radiogroup" aria-labelledby={`q-${item.id}`}>
              {checklistAnswers.map((answer) => (
                <label
                  key={answer}
                  className={given?.answer === answer ? (answer === "no" ? "on no" : "on") : ""}
                >
                  <input
                    type="radio"
                    name={`a-${item.id}`}
                    checked={given?.answer === answer}
                    onChange={() => onChange({ ...answers, [item.id]: { ...given, answer } })}
                  />
                  {name("answer", answer)}
                </label>
              ))}
            </div>
            {given?.answer === "no" && (
              <Input
                className="mt8"
                maxLength={500}
                placeholder={t("record.item-note")}
                aria-label={t("record.item-note")}
                value={given.note ?? ""}
                onChange={(event) =>
                  onChange({ ...answers, [item.id]: { ...given, note: event.target.value } })
                }
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
