/** Types of the parts that the recipes use, of packages without types. */
declare module 'mapshaper' {
  const mapshaper: {
    /** Runs a command line on named inputs (text); resolves to the named outputs. */
    applyCommands(
      commands: string,
      inputs: Readonly<Record<string, string>>
    ): Promise<Record<string, Uint8Array>>;
  };
  export default mapshaper;
}

declare module 'polylabel' {
  /** The pole of inaccessibility of a polygon's rings, in the rings' own units. */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number
  ): [number, number] & { distance: number };
}
