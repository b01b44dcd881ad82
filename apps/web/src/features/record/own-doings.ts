/** What the record keeps besides the operations: files that left, files that came in. */
export const ownDoings = [
  "download.errors",
  "download.registry",
  "download.coverage",
  "download.template",
  "download.record",
  "download.proof",
  "upload.file",
] as const;
