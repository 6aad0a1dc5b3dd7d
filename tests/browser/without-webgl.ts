import type { Page } from '@playwright/test';

/** Every document that the page opens from now on is in a browser without WebGL. */
export async function withoutWebGl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const { getContext } = canvas.prototype;
      canvas.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return /webgl/i.test(kind) ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      } as never;
    }
  });
}
