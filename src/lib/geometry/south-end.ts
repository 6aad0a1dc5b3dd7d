/** The geography ends here, within Antarctica: what lies farther south, degrees, reaches the pole. */
export const southEnd = -84.98;
