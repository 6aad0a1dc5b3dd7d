declare module '@citation-js/core' {
  /** Works in CSL-JSON, to be written in other forms. */
  export class Cite {
    constructor(
      works: readonly object[] | string,
      options?: { readonly forceType?: string; readonly generateGraph?: boolean }
    );
    readonly data: readonly Record<string, unknown>[];
    format(form: string, options?: Readonly<Record<string, unknown>>): string;
  }
  export const plugins: {
    readonly config: {
      get(name: '@csl'): {
        readonly styles: { add(name: string, xml: string): void; has(name: string): boolean };
        readonly locales: { has(lang: string): boolean };
      };
      get(name: '@bibtex'): {
        readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
      };
    };
  };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
