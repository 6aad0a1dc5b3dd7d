import { globSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader, type MetaDataTable } from 'html-validate';
import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { testSite } from '../test-site.ts';

/** What a script is by the standard: JavaScript, a module, or data, whose type is a MIME type. */
const scriptTypes: MetaDataTable = {
  script: { attributes: { type: { enum: ['module', /^[a-z]+\/[\w.+-]+$/] } } }
};

/**
 * What the standard does not have in the code of an embed: a width in percent. Browsers obey it, and where an article's
 * system strips `style` attributes, the frame still is as wide as the text.
 */
const widthInPercent: MetaDataTable = { iframe: { attributes: { width: { enum: ['100%'] } } } };

const validator = (presets: readonly string[] = [], elements: readonly MetaDataTable[] = []) =>
  new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:standard', ...presets],
      elements: ['html5', scriptTypes, ...elements],
      rules: {
        // What the standard has from “ARIA in HTML”, and ids that an attribute names.
        'no-redundant-role': 'error',
        'no-missing-references': 'error'
      }
    })
  );

type Report = Awaited<ReturnType<HtmlValidate['validateFile']>>;

const faultsOf = ({ results }: Report) =>
  results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, message, ruleId, selector }) =>
        `${filePath}:${line}:${column} ${message} (${ruleId}) at ${selector}`
    )
  );

test('every page of the site is HTML by the standard', async () => {
  const pages = globSync(`${testSite}/**/*.html`);
  const kinds = ['', 'present/', 'present/speaker/', 'embed/', 'embed/vienna/', 'data/'];
  const someOfEach = [...kinds, 'handout/', 'vienna/'].map((path) => `${storyPath}${path}`);
  for (const path of ['/', ...someOfEach]) expect(pages).toContain(`${testSite}${path}index.html`);
  expect(pages).toContain(`${testSite}/404.html`);

  expect(faultsOf(await validator().validateMultipleFiles(pages))).toEqual([]);
});

test.describe('with the map a picture', () => {
  test.use({ savesData: true });

  test('the reading page stays so with everything open', async ({ page, reading }) => {
    await reading.openText('vienna');
    await reading.card('vienna').locator('summary').click();
    await reading.badge(/^Agreement/).click();
    await expect(reading.detail).toBeVisible();
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('button', { name: 'Embed in an article' }).click();
    await expect(page.getByRole('dialog', { name: 'Embed this story' })).toBeVisible();

    const asBrowsersWrite = validator(['html-validate:browser']);
    const opened = await asBrowsersWrite.validateString(await page.content(), storyPath);
    expect(faultsOf(opened)).toEqual([]);
    // The code that the dialog gives away, in an article.
    const previews = page.locator('iframe[srcdoc]');
    await expect(previews).toHaveCount(2);
    const article = (await previews.first().getAttribute('srcdoc'))!;
    const given = await validator([], [widthInPercent]).validateString(article, 'preview');
    expect(faultsOf(given)).toEqual([]);
  });
});
