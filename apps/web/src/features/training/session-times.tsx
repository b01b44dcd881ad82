import type { TrainingSessionView } from "@shian/domain";

/** When a session is: a day, a time and a place, or the days in which it is open. */
export function SessionTimes({ held }: { held: TrainingSessionView["held"] }) {
  if (held.way === "online")
    return (
      <>
        <span className="nw">{held.from} –</span> <span className="nw">{held.to}</span>
      </>
    );
  return (
    <>
      <span className="nw">
        {held.on} {held.begins}
      </span>
      <small>{held.place}</small>
    </>
  );
}
