import { Button, Dropdown } from "antd";
import { findDoorRight } from "../navigation/door-rights.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { type Door, DoorLink } from "./figures.js";
import { followByKey } from "./follow-by-key.js";
import { Icon } from "./icon.js";

type MoreItem =
  | { readonly key: string; readonly label: string; readonly door: Door }
  | { readonly key: string; readonly label: string; readonly onClick: () => void };

/** The less frequent ways out of a page behind one button; only those that the person may go. */
export function MoreMenu({ items }: { items: readonly MoreItem[] }) {
  const { t } = useText();
  const { may } = useSession();
  const open = items.filter((item) => {
    const right = "door" in item ? findDoorRight(item.door) : undefined;
    return right === undefined || may(right);
  });
  if (open.length === 0) return null;
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        onClick: followByKey,
        items: open.map((item) =>
          "door" in item
            ? { key: item.key, label: <DoorLink door={item.door}>{item.label}</DoorLink> }
            : { key: item.key, label: item.label, onClick: item.onClick },
        ),
      }}
    >
      <Button>
        {t("common.more")}
        <Icon name="down" small />
      </Button>
    </Dropdown>
  );
}
