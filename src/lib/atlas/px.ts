/** A length in px to a hundredth, as short as it can be written: `0.5` → `.5`. */
export function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, '$1.');
}
