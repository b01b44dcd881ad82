import type { CurrentSession, OperationId } from "@shian/domain";
import { createContext, type ReactNode, useContext, useMemo } from "react";

export type Session = CurrentSession & {
  /** Whether this person may ask the operation; what may not be asked is not shown. */
  readonly may: (operation: OperationId) => boolean;
};

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the pages below who has signed in and what they may. */
export function SessionProvider({ current, children }: { current: CurrentSession; children: ReactNode }) {
  const session = useMemo(() => {
    const allowed = new Set(current.allowed);
    return { ...current, may: (operation: OperationId) => allowed.has(operation) };
  }, [current]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Who has signed in; only below the gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("useSession outside the gate");
  return session;
}

/** Shows its children only to those who may ask the operation. */
export function IfMay({ operation, children }: { operation: OperationId; children: ReactNode }) {
  return useSession().may(operation) ? children : null;
}
