/** Whether a fault was withstood, and its figures in a line. */
export type Judged = { readonly held: boolean; readonly line: string };
