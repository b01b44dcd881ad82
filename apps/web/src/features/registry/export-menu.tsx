import type { RegistryFilter } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { formatCount } from "../../components/figures.js";
import { followByKey } from "../../components/follow-by-key.js";
import { Icon } from "../../components/icon.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/**
 * The rows that are shown, as a file: numbers masked, or in clear for who may see each of them and has shown the second
 * factor; who has not is told what is missing.
 */
export function ExportMenu({ filter, total }: { filter: RegistryFilter; total: number }) {
  const { t, locale } = useText();
  const days = toDays(useScope());
  const { may, session } = useSession();
  const trpc = useTRPC();
  const toUrl = (kind: "xlsx" | "csv", clear: boolean) =>
    `/api/export/registry.${kind}?${new URLSearchParams({
      filter: JSON.stringify(filter),
      locale,
      ...days,
      ...(clear ? { clear: "yes" } : {}),
    })}`;
  const masked = (["xlsx", "csv"] as const).map((kind) => ({
    key: kind,
    label: (
      <a href={toUrl(kind, false)} download>
        {t(`registry.export-${kind}`)}
      </a>
    ),
  }));
  const proved = session !== null && session.secondFactorAt !== null;
  const layouts = useQuery(trpc.layout.list.queryOptions({}, { enabled: may("layout.list") }));
  const byLayout = (layouts.data?.rows ?? [])
    .filter(({ kind }) => kind !== "commitments")
    .map(({ id, title }) => ({
      key: id,
      label: (
        <a
          href={`/api/export/layout/${id}/rows.xlsx?${new URLSearchParams({ filter: JSON.stringify(filter), locale, ...days })}`}
          download
        >
          {title}
        </a>
      ),
    }));
  const group = { key: "layouts", type: "group" as const, label: t("layout.export"), children: byLayout };
  const clear = {
    key: "clear",
    disabled: !proved,
    label: proved ? (
      <a href={toUrl("xlsx", true)} download>
        {t("registry.export-clear")}
      </a>
    ) : (
      <>
        {t("registry.export-clear")}
        <small className="t3 menu-note">{t("registry.export-clear-needs")}</small>
      </>
    ),
  };
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        onClick: followByKey,
        items: [
          ...masked,
          ...(may("registry.unmask") ? [clear] : []),
          ...(byLayout.length > 0 ? [group] : []),
        ],
      }}
    >
      <Button icon={<Icon name="download" />} title={t("registry.export-note", { n: formatCount(total) })}>
        {t("common.export")}
      </Button>
    </Dropdown>
  );
}
