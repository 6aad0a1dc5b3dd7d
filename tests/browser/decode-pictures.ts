import type { Locator } from '@playwright/test';

/**
 * Has every picture of a locator come and be decoded at once, without a scroll to each, and gives their widths, px.
 *
 * @throws Error where one does not come
 */
export async function decodePictures(pictures: Locator): Promise<readonly number[]> {
  return pictures.evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map(async (image) => {
        image.loading = 'eager';
        await image.decode();
        return image.naturalWidth;
      })
    )
  );
}
