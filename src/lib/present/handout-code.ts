/** The address of the handout, and its QR code as SVG. */
export interface HandoutCode {
  readonly address: string;
  readonly svg: string;
}
