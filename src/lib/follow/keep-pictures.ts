/**
 * Loads pictures one after the other and keeps them for the page, which shows them without asking the server again
 * (https://html.spec.whatwg.org/#the-list-of-available-images): a class goes on when its server has gone. Returns what
 * ends it.
 */
export function keepPictures(
  addresses: readonly string[],
  newImage: () => HTMLImageElement = () => new Image()
): () => void {
  const kept: HTMLImageElement[] = [];
  let ended = false;
  void (async () => {
    for (const address of addresses) {
      if (ended) return;
      const image = newImage();
      kept.push(image);
      image.src = address;
      // One that does not come leaves its place blank; the next may come.
      await image.decode().catch(() => {});
    }
  })();
  return () => {
    ended = true;
    kept.length = 0;
  };
}
