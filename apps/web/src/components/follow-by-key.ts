import type { MenuProps } from "antd";

/** Enter on a row of a menu that holds a link follows the link: the menu itself only closes. */
export const followByKey: NonNullable<MenuProps["onClick"]> = ({ domEvent }) => {
  if (domEvent.type === "keydown" && domEvent.currentTarget instanceof HTMLElement)
    domEvent.currentTarget.querySelector("a")?.click();
};
