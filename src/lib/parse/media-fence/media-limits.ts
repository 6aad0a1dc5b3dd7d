const megabyte = 1_000_000;

/** The most bytes that a file may have; what readers load of a picture is made smaller at build. */
export const mostBytes = {
  image: 40 * megabyte,
  video: 25 * megabyte,
  audio: 25 * megabyte
} as const;

/** The longer side of a picture is at least so long, px. */
export const leastPx = 480;
