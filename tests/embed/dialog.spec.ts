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
  const usual = { theme: 'host', picture: true } as const;
  await expect(code).toHaveValue(snippet(site, 'scroll', null, usual));
  const preview = page.frameLocator('iframe[title="Preview: Phone"]').frameLocator('iframe');
  await expect(preview.getByRole('button', { name: 'Contents' })).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Embed in an article' })).toHaveCount(0);

  await dialog.getByRole('spinbutton', { name: /^Height of the bar/ }).fill('64');
  await dialog.getByRole('checkbox', { name: 'prospective' }).uncheck();
  const certainties = new Set(['confirmed', 'reported', 'disputed', 'planned'] as const);
  await expect(code).toHaveValue(
    snippet(site, 'scroll', null, { ...usual, barHeight: 64, certainties })
  );
  await dialog.getByRole('checkbox', { name: 'prospective' }).check();
  // What is no height is none.
  await dialog.getByRole('spinbutton', { name: /^Height of the bar/ }).fill('-3');
  await dialog.getByRole('radio', { name: /^Wider/ }).check();
  await dialog.getByRole('checkbox', { name: /^A picture/ }).uncheck();
  await expect(code).toHaveValue(snippet(site, 'scroll', null, { theme: 'host', width: 'wide' }));
  await dialog.getByRole('radio', { name: /^As the article/ }).check();

  await dialog.getByRole('radio', { name: /^One map/ }).check();
  // Only the script can tell a frame of the article's colours.
  await expect(dialog.getByRole('radio', { name: 'Match the article' })).toBeDisabled();
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

test('what is shared leads to what is embedded: oEmbed in both forms, canonical address, a card’s words', async ({
  request
}) => {
  const whole = [`${storyPath}oembed`, `${storyPath}embed/`] as const;
  const step = [`${storyPath}embed/shoigu/oembed`, `${storyPath}embed/shoigu/`] as const;
  for (const [path, [answer, embed]] of [
    [storyPath, whole],
    [`${storyPath}embed/`, whole],
    [`${storyPath}shoigu/`, step],
    [`${storyPath}embed/shoigu/`, step]
  ] as const) {
    const html = await (await request.get(path)).text();
    // The build was not told the site's own address, so it names none.
    const pathOf = (address: string) => new URL(address, `relative://site${path}`);
    const [, named] = /<link rel="canonical" href="([^"]+)"/.exec(html)!;
    expect(pathOf(named!)).toMatchObject({ protocol: 'relative:', pathname: storyPath });
    expect(html.includes('<meta name="robots" content="noindex"')).toBe(path.includes('/embed/'));
    expect(html).toContain('<meta property="og:site_name" content="Fulcrum"');
    for (const [type, ending] of [
      ['application/json', 'json'],
      ['text/xml', 'xml']
    ] as const) {
      const link = html.split(`<link rel="alternate" type="${type}+oembed" href="`)[1]!;
      expect(pathOf(/^[^"]+/.exec(link)![0])).toMatchObject({ pathname: `${answer}.${ending}` });
    }
    const oembed = (await (await request.get(`${answer}.json`)).json()) as Record<string, string>;
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich' });
    expect(oembed.html).toContain(`${embed}"`);
    expect(oembed.html).toContain('sandbox="allow-scripts allow-same-origin allow-popups');
    const card = await request.get(new URL(oembed.thumbnail_url!).pathname);
    expect(card.headers()['content-type']).toBe('image/png');
    const xml = await request.get(`${answer}.xml`);
    expect(await xml.text()).toContain(`<type>rich</type><title>${oembed.title}</title>`);
  }
});

test('one address answers for every story, in the limits and the format that are asked for', async ({
  request,
  baseURL
}) => {
  const url = new URL(`${storyPath}shoigu/?theme=dark`, baseURL).href;
  const answer = await request.get('/oembed', { params: { url, maxwidth: 400, maxheight: 300 } });
  expect(answer.headers()['content-type']).toMatch(/^application\/json/);
  const oembed = (await answer.json()) as Record<string, unknown>;
  expect(oembed).toMatchObject({ type: 'rich', width: 400, height: 300 });
  expect(oembed.html).toContain(
    `${new URL(`${storyPath}embed/shoigu/?theme=dark`, baseURL).href}"`
  );
  expect(oembed).not.toHaveProperty('thumbnail_url');
  const xml = await request.get('/oembed', { params: { url, format: 'xml' } });
  expect(xml.headers()['content-type']).toMatch(/^text\/xml/);
  for (const [status, params] of [
    [404, { url: new URL('/no-such-story/', baseURL).href }],
    [501, { url, format: 'yaml' }],
    [400, { url: 'shoigu' }]
  ] as const)
    expect((await request.get('/oembed', { params })).status()).toBe(status);
});
