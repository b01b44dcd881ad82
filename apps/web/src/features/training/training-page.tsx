import { useSearch } from "@tanstack/react-router";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { TabLinks } from "../../components/tabs.js";
import { parseTrainingSearch } from "../../navigation/training-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { DocumentsView } from "./documents-view.js";
import { PlansView } from "./plans-view.js";
import { QuestionsView } from "./questions-view.js";

/** Training of officials and documents from above: plans, who has read what, and the bank of questions. */
export function TrainingPage() {
  const { t } = useText();
  const { may } = useSession();
  const search = parseTrainingSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const asked = search.view ?? "plans";
  const view = asked === "questions" && !may("training.questions") ? "plans" : asked;
  const tab = (key: "plans" | "documents" | "questions") => ({
    key,
    title: t(`training.${key}`),
    door: { to: "/chain/training", search: key === "plans" ? {} : { view: key } },
    on: view === key,
  });
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/chain" }}>{t("nav.chain")}</DoorLink>}
        title={t("training.title")}
        sub={t("training.sub")}
      />
      <TabLinks
        label={t("training.title")}
        tabs={[tab("plans"), tab("documents"), ...(may("training.questions") ? [tab("questions")] : [])]}
      />
      {view === "documents" ? <DocumentsView /> : view === "questions" ? <QuestionsView /> : <PlansView />}
    </>
  );
}
