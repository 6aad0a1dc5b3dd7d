type GlobeCode = typeof import('./globe-code.ts');

let code: GlobeCode | null = null;

/** Loads what draws on a globe, which most pages never need: call it before anything of a story on a globe is drawn. */
export async function loadGlobe(): Promise<void> {
  code ??= await import('./globe-code.ts');
}

/** What draws on a globe. @throws Error before `loadGlobe` has loaded it */
export function globe(): GlobeCode {
  if (code === null) throw new Error('the globe has not been loaded');
  return code;
}
