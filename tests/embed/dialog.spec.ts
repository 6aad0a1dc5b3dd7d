import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { snippet } from './snippets.ts';

// One of the previews is a frame in which no script may run.
test.use({ ownContext: true, savesData: true, expectedErrors: /Blocked script execution/ });

test('the dialog gives the code of what is chosen, shows it at work, and copies it', async ({
  page,
  reading,
  baseURL
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await reading.openText('shoigu');
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('button', { name: 'Embed in an article' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this story' });
  const code = dialog.getByRole('textbox', { name: 'Code for the article' });
  const site = new URL('/', baseURL).href;
  await expect(code).toHaveValue(snippet(site, 'scroll'));
  const preview = page.frameLocator('iframe[title="Preview: Phone"]').frameLocator('iframe');
  await expect(preview.getByRole('button', { name: 'Contents' })).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Embed in an article' })).toHaveCount(0);

  await dialog.getByRole('radio', { name: /^One map/ }).check();
  await expect(code).toHaveValue(snippet(site, 'paged', 'shoigu'));
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await expect(code).toHaveValue(/embed\/shoigu\/\?theme=dark"/);
  await dialog.getByRole('radio', { name: /^Still pictures/ }).check();
  await expect(code).not.toHaveValue(/allow-scripts/);
  await expect(code).toHaveValue(/<p><a href="[^"]+#shoigu">/);
  await dialog.getByRole('button', { name: 'Copy the code' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());

  // Arrow keys in the dialog do not move the story behind it.
  await dialog.getByRole('button', { name: 'Copy the code' }).press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await reading.isAt('shoigu');
});

test('where the clipboard is refused, the code is copied all the same or stands selected', async ({
  page,
  reading
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await reading.openText();
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('button', { name: 'Embed in an article' }).click();
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.getByRole('status').filter({ hasText: /Copied|Ctrl\+C/ })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(100);
});

test('a page is not framed by other sites, an embed is; neither takes scripts that are not ours', async ({
  request
}) => {
  for (const [path, ancestors] of [
    [storyPath, "frame-ancestors 'self'"],
    [`${storyPath}embed/`, 'frame-ancestors *'],
    [`${storyPath}embed/shoigu/`, 'frame-ancestors *']
  ] as const) {
    const response = await request.get(path);
    expect(response.headers()['content-security-policy']).toContain(ancestors);
    expect(response.headers()['x-content-type-options']).toBe('nosniff');
    expect(response.headers()['set-cookie']).toBeUndefined();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(
      await response.text()
    )![1]!;
    const scripts = /script-src ([^;]+)/.exec(policy)![1]!;
    expect(scripts).toMatch(/^'self'( 'sha256-[\w+/=]+')+$/);
    expect(policy).toContain("object-src 'none'");
  }
});

test('an embed is found from its page: oEmbed, canonical address, no index', async ({
  request
}) => {
  for (const [path, answer, canonical] of [
    [`${storyPath}embed/`, `${storyPath}oembed.json`, storyPath],
    [`${storyPath}embed/shoigu/`, `${storyPath}embed/shoigu/oembed.json`, storyPath]
  ] as const) {
    const html = await (await request.get(path)).text();
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(
      html
    )!;
    // The build was not told the site's own address, so it names none.
    const pathOf = (address: string) => new URL(address, `relative://site${path}`);
    expect(pathOf(link[1]!)).toMatchObject({ protocol: 'relative:', pathname: answer });
    const [, named] = /<link rel="canonical" href="([^"]+)"/.exec(html)!;
    expect(pathOf(named!)).toMatchObject({ protocol: 'relative:', pathname: canonical });
    expect(html).toContain('<meta name="robots" content="noindex"');
    const oembed = (await (await request.get(answer)).json()) as Record<string, unknown>;
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich' });
    expect(oembed.html).toContain(`${path}"`);
    expect(oembed.html).toContain('sandbox="allow-scripts allow-same-origin allow-popups');
  }
});
