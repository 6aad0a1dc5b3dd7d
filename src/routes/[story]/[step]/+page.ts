/** Link previews read the page, and browsers leave it at once: it needs no script. */
export const csr = false;
