/** Where the class finds the handout, and the QR code that says so, as SVG. */
export interface HandoutCode {
  readonly address: string;
  readonly svg: string;
}
