const paths = {
  home: "M2.5 7 8 2.5 13.5 7v6.5h-4V10h-3v3.5h-4z",
  shop: "M2 6.5 3 2.5h10l1 4M3 7.5v6h10v-6M2 6.5a2 2 0 0 0 4 0 2 2 0 0 0 4 0 2 2 0 0 0 4 0M6.5 13.5V10h3v3.5",
  chain:
    "M8 1.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M3.5 10.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M12.5 10.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M8 5.3V8M3.5 10.7V8h9v2.7",
  visit: "M3 2.5h10v11H3zM5.5 6l1 1 2-2M5.5 10.5l1 1 2-2M10.5 6.5h.5M10.5 11h.5",
  target:
    "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2",
  settings:
    "M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4",
  place:
    "M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 4.9a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
  down: "m3.5 6 4.5 4.5L12.5 6",
  right: "m6 3.5 4.5 4.5L6 12.5",
  left: "M10 3.5 5.5 8l4.5 4.5",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5l3.5 3.5",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  close: "m4 4 8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  check: "m3 8.5 3.5 3.5L13 5",
  download: "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11",
  upload: "M4.5 12a3 3 0 0 1-.3-6A4 4 0 0 1 12 6.5a2.8 2.8 0 0 1 .5 5.3M8 14V8.5M6 10.5l2-2 2 2",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2v-5.5h11v5.5h-2M4.5 9.5h7v4h-7z",
  file: "M4 1.8h5.2L12.5 5v9.2H4zM9 1.8V5h3.5M6 8h4.5M6 10.5h4.5",
  info: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 7.3v4M8 4.8v.2",
  warning: "M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
  filter: "M2.5 3h11L9.5 8v5L6.5 11.5V8z",
  person: "M8 2.6a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2M3 13.6c.4-2.8 2.4-4.2 5-4.2s4.6 1.4 5 4.2",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",
  moon: "M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6z",
  screen: "M2 3h12v8H2zM6 13.5h4M8 11v2.5",
  globe: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M2 8h12M8 2c-2.6 3-2.6 9 0 12M8 2c2.6 3 2.6 9 0 12",
  edit: "M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2",
  swap: "M2.5 5.5h10M9.8 2.8l2.7 2.7-2.7 2.7M13.5 10.5h-10M6.2 7.8l-2.7 2.7 2.7 2.7",
  clock: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 4.8V8l2.3 1.6",
  table: "M2.5 3h11v10h-11zM2.5 6.5h11M6.2 3v10",
  shield: "M8 1.8 13 3.6v4c0 3.2-2.1 5.5-5 6.6-2.9-1.1-5-3.4-5-6.6v-4z",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8",
  copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
  bars: "M2.5 13.5V9h3v4.5M6.5 13.5v-10h3v10M10.5 13.5V6.5h3v7",
} as const;

export type IconName = keyof typeof paths;

/** A line icon of the product's own set, 16 or 14 px; it never carries meaning alone. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? "ico sm" : "ico"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The product's mark. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--ant-color-primary)" />
      <path d="M6 12.5h12a6 6 0 0 1-12 0z" fill="#fff" />
      <path
        d="m8.6 8.2 2.3 2.3 4.9-4.9"
        fill="none"
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
