/** The page has nothing to do but to be read and to lead on. */
export const csr = false;
