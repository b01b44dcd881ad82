import { type ListedFlag, listFlags } from "@shian/domain";
import { createContext, useContext } from "react";

/** The office's attention flags; the shipped ones until they are known. */
export const OfficeFlags = createContext<readonly ListedFlag[]>(listFlags([]));

/** Attention flags to choose from: those in use, and what is chosen already though it was retired. */
export function useFlagCodes(chosen: readonly string[] = []): readonly string[] {
  return useContext(OfficeFlags)
    .filter(({ code, retired }) => !retired || chosen.includes(code))
    .map(({ code }) => code);
}

/** All of them, also those that were retired: establishments may carry them still. */
export const useAllFlagCodes = (): readonly string[] => useContext(OfficeFlags).map(({ code }) => code);
