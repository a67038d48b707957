/** The data set asset (scripts/build/dataset-asset.ts). */
declare module 'virtual:dataset' {
  /** Relative to the page. */
  export const url: string;
  /** SHA-256 in hex. */
  export const version: string;
  /** SHA-256 of the harness alone, in hex; the version covers it too. */
  export const harness: string;
  export const count: number;
  export const bytes: number;
}

/** What the site ships of others (scripts/build/licences.ts). */
declare module 'virtual:licences' {
  export const licences: readonly {
    readonly name: string;
    readonly version: string;
    /** SPDX id. */
    readonly licence: string;
    /** Empty where the package carries no licence text. */
    readonly text: string;
    /** Where the text and the source are. */
    readonly url: string;
  }[];
}

declare const __SITE_VERSION__: string;

/** The version of CPython in Pyodide. */
declare const __PYTHON_VERSION__: string;

/** The list of issues of the project, as package.json names it under “bugs”; null where it names none. */
declare const __TRACKER_URL__: string | null;
