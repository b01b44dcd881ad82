import { useSyncExternalStore } from "react";

/** What the person chose; `system` follows the operating system. */
export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

const KEY = "shian.appearance";
const listeners = new Set<() => void>();
const systemDark = () => window.matchMedia("(prefers-color-scheme: dark)");

const isAppearance = (value: unknown): value is Appearance =>
  typeof value === "string" && (appearances as readonly string[]).includes(value);

/** Reads a choice kept in the browser; storage may be forbidden, then nothing is remembered. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // A browser that forbids storage still shows the choice until the page is closed.
  }
}

let chosen: Appearance | undefined;

export function findAppearance(): Appearance {
  if (chosen === undefined) {
    const stored = readStored(KEY);
    chosen = isAppearance(stored) ? stored : "system";
  }
  return chosen;
}

const resolve = (appearance: Appearance): "light" | "dark" =>
  appearance === "system" ? (systemDark().matches ? "dark" : "light") : appearance;

function apply(): void {
  document.documentElement.dataset.theme = resolve(findAppearance());
  for (const listener of listeners) listener();
}

export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  writeStored(KEY, appearance);
  apply();
}

/** Puts the mode on the page before the first paint and keeps it in step with the system. */
export function startAppearance(): void {
  systemDark().addEventListener("change", apply);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The chosen appearance. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, findAppearance);
/** The mode that is shown. */
export const useMode = (): "light" | "dark" =>
  useSyncExternalStore(subscribe, () => resolve(findAppearance()));
