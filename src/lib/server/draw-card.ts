import { Resvg } from '@resvg/resvg-js';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import sharp from 'sharp';

/** The project's folder is the working directory, because the built server code is not where this file is. */
const require = createRequire(resolve('package.json'));

/** The typefaces of the pages as files of one weight each, which is all that resvg reads. */
const fontFiles = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/500Medium/NotoSans_500Medium.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  'vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf'
].map((file) => require.resolve(`@expo-google-fonts/${file}`));

/** Renders an SVG document as a PNG of its own size, in few colours, so that the file is small. */
export async function drawCard(svg: string): Promise<Buffer> {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans' };
  const drawn = new Resvg(await withPngs(svg), { font }).render();
  return sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours: 128, effort: 4, compressionLevel: 9 })
    .toBuffer();
}

/** The same with the WebP pictures in it as PNG: resvg-js 2.6 reads no WebP. */
async function withPngs(svg: string): Promise<string> {
  const parts = svg.split(/data:image\/webp;base64,([\w+/=]+)/);
  const turned = parts.map(async (part, i) => {
    if (i % 2 === 0) return part;
    const png = await sharp(Buffer.from(part, 'base64')).png().toBuffer();
    return `data:image/png;base64,${png.toString('base64')}`;
  });
  return (await Promise.all(turned)).join('');
}
