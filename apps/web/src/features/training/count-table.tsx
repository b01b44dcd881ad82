import type { Rate } from "@shian/domain";
import { CoverageBar, formatCount, RateText } from "../../components/figures.js";
import { SmallTable } from "../../components/paged-rows.js";
import { useText } from "../../text/use-text.js";

/** Done of how many, line by line: levels or territories. */
export function CountTable({
  head,
  done,
  rows,
}: {
  head: string;
  done: string;
  rows: readonly { key: string; title: string; rate: Rate }[];
}) {
  const { t } = useText();
  return (
    <SmallTable
      head={
        <>
          <th>{head}</th>
          <th className="num">{t("training.invited")}</th>
          <th className="num">{done}</th>
          <th className="num">{t("training.coverage")}</th>
          <th className="opt" />
        </>
      }
    >
      {rows.map(({ key, title, rate }) => (
        <tr key={key}>
          <td>{title}</td>
          <td className="num">{formatCount(rate.of)}</td>
          <td className="num">{formatCount(rate.done)}</td>
          <td className="num">
            <RateText rate={rate} />
          </td>
          <td className="opt" style={{ width: 100 }}>
            <CoverageBar rate={rate} line={undefined} fill="var(--ant-color-text-tertiary)" />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}
