import { useQuery } from "@tanstack/react-query";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { DoorLink } from "./figures.js";
import { Notice } from "./notice.js";

/** Says to who asked that answers have come which they have not seen; nothing while there is none. */
export function UnreadAnswers({ to }: { to: "/chain/questions" | "/field/questions" }) {
  const { t } = useText();
  const trpc = useTRPC();
  const { may } = useSession();
  const mine = useQuery(
    trpc.question.mine.queryOptions({ unread: true, limit: 1 }, { enabled: may("question.mine") }),
  );
  const unread = mine.data?.unread ?? 0;
  if (unread === 0) return null;
  const door = to === "/field/questions" ? { to } : { to, search: { view: "mine" } };
  return (
    <div className="mb12">
      <Notice
        tone="ok"
        action={
          <DoorLink door={door} className="btn sm">
            {t("question.see")}
          </DoorLink>
        }
      >
        {t("question.unread", { n: unread })}
      </Notice>
    </div>
  );
}
