// The pages that were opened, in order, with the one that is shown; a page is asked for again when it comes back under
// another scope.
import type { Screen, ScreenRequest } from "./screen.js";

export type History = {
  readonly current: () => Screen | undefined;
  readonly open: (request: ScreenRequest) => void;
  /** Goes so many pages back or forward; false when there is none. */
  readonly step: (by: number) => boolean;
  /** Goes to the page shown before this one; false when there is none. */
  readonly goLast: () => boolean;
  /** Closes the page; false when it is the only one. */
  readonly close: () => boolean;
  readonly reload: (options?: { readonly keepCursor?: boolean }) => void;
  /** Marks what every page shows as out of date and asks for the present one again. */
  readonly outdate: () => void;
  /** Marks what the other pages show as out of date; the present one asks again by itself. */
  readonly outdateOthers: () => void;
  /** Builds every page anew, as a change of language asks. */
  readonly rebuild: () => void;
};

type Opened = { readonly screen: Screen; loadedFor: number };

const MOST_PAGES = 30;

/** A history without pages. */
export function createHistory(create: (request: ScreenRequest) => Screen, changed: () => void): History {
  let pages: Opened[] = [];
  let at = -1;
  let lastAt = -1;
  let epoch = 1;

  const current = (): Opened | undefined => pages[at];
  const load = (opened: Opened, keepCursor: boolean): void => {
    opened.loadedFor = epoch;
    void opened.screen.load({ keepCursor });
  };
  const goTo = (index: number): void => {
    if (index !== at) lastAt = at;
    at = index;
    const opened = current();
    if (opened !== undefined && opened.loadedFor !== epoch) load(opened, true);
    changed();
  };
  const reload = ({ keepCursor = false } = {}): void => {
    const opened = current();
    if (opened) load(opened, keepCursor);
    changed();
  };

  return {
    current: () => current()?.screen,
    open: (request) => {
      const opened: Opened = { screen: create(request), loadedFor: epoch };
      // The next of a list takes the place of the one before it, so that one step back leads to the list.
      const replaces = request.step !== undefined && current()?.screen.name === request.screen;
      const end = at + (replaces ? 0 : 1);
      const kept = pages.slice(Math.max(0, end - MOST_PAGES), end);
      pages = [...kept, opened];
      if (!replaces) lastAt = kept.length - 1;
      at = pages.length - 1;
      load(opened, false);
      changed();
    },
    step: (by) => {
      if (pages[at + by] === undefined) return false;
      goTo(at + by);
      return true;
    },
    goLast: () => {
      if (pages[lastAt] === undefined || lastAt === at) return false;
      goTo(lastAt);
      return true;
    },
    close: () => {
      if (pages.length <= 1) return false;
      pages = pages.filter((_, index) => index !== at);
      const next = Math.max(0, at - 1);
      at = -1;
      goTo(next);
      lastAt = -1;
      return true;
    },
    reload,
    outdate: () => {
      epoch++;
      reload();
    },
    outdateOthers: () => {
      epoch++;
      const opened = current();
      if (opened) opened.loadedFor = epoch;
    },
    rebuild: () => {
      pages = pages.map(({ screen }) => ({ screen: create(screen.request()), loadedFor: 0 }));
      reload();
    },
  };
}
