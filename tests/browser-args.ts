/** Chromium with an emulated GPU, for WebGL and the compositor alone, and without traffic of its own. */
export const browserArgs = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // One picture of a page would take an emulated GPU half a second.
  '--disable-gpu-rasterization',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run'
];
