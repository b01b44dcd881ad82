/** Township above, village below, as the register names a place. */
export function PlaceName({ name }: { name: string }) {
  const [, first = name, rest = ""] = /^(.*?(?:街道|[镇乡]))\s*(.+)$/.exec(name) ?? [];
  return (
    <>
      {first}
      {rest !== "" && <small>{rest}</small>}
    </>
  );
}
