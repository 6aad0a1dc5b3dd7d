import * as fc from 'fast-check';
import { articleWith, serveHost } from '../embed/host-pages.ts';
import { snippet } from '../embed/snippets.ts';
import { parseHostMessage } from '../../src/lib/embed/protocol.ts';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';

const often = { intervals: [50] };
const many = 10_000;

const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...steps.map(({ id }) => id)), fc.double());
/** What another program might post, or one that means to do harm: none is a message of the protocol. */
const hostile = fc
  .oneof(
    fc.jsonValue(),
    fc.record(
      {
        fulcrum: fc.constantFrom<unknown>(1, 1, 1, '1', 2, null),
        type: fc.constantFrom<unknown>('hello', 'scroll', 'go', 'height', 'step', 'source', 7),
        scroll: value,
        events: value,
        offset: value,
        step: value
      },
      { requiredKeys: [] }
    )
  )
  .map((message) => JSON.stringify(message))
  .filter((text) => parseHostMessage(JSON.parse(text)) === null);

test('what an embed is sent in another form, or by another frame, has no effect', async ({
  newTab,
  baseURL
}) => {
  const tab = await newTab();
  const host = await serveHost({ '/': articleWith(snippet(baseURL!, 'paged')) });
  await tab.resize(960, 600);
  await tab.open(`${host.origin}/`);
  await tab.evaluate(() => document.querySelector('iframe')!.scrollIntoView());
  const state = () =>
    tab.evaluateInFrame(storyPath, () => ({
      step: document.querySelector('article[data-step]')?.getAttribute('data-step') ?? null,
      map: document.querySelector('[data-map]')?.getAttribute('data-map') ?? null,
      address: location.href,
      scrolled: scrollY,
      height: document.documentElement.scrollHeight
    }));
  await expect(async () => expect((await state()).map).toBe('idle')).toPass({
    ...often,
    timeout: 60_000
  });
  const before = { ...(await state()), map: 'idle' };

  const seed = Date.now() % 2 ** 31;
  const messages = fc.sample(hostile, { numRuns: many, seed });
  expect(messages).toHaveLength(many);
  await test.step(`${many} random messages, seed ${seed}`, async () => {
    for (let i = 0; i < many; i += 500) {
      await tab.evaluate(
        (batch) => {
          const { contentWindow } = document.querySelector('iframe')!;
          for (const text of batch) contentWindow!.postMessage(JSON.parse(text), '*');
        },
        messages.slice(i, i + 500)
      );
    }
    // The map may draw once more what has come late.
    await expect.poll(state).toEqual(before);
  });
  await test.step('messages of the protocol, from a frame beside it', async () => {
    await tab.evaluate((step) => {
      const beside = document.createElement('iframe');
      const hello = { fulcrum: 1, type: 'hello', scroll: true, events: [] };
      const go = { fulcrum: 1, type: 'go', step };
      beside.srcdoc = `<script>
        for (const message of [${JSON.stringify(hello)}, ${JSON.stringify(go)}])
          parent.frames[0].postMessage(message, '*');
        parent.postMessage('sent', '*');
      </${'script'}>`;
      const sent = new Promise((done) =>
        addEventListener('message', ({ data }) => data === 'sent' && done(null))
      );
      document.body.append(beside);
      return sent.then(() => {});
    }, steps[2]!.id);
    expect(await state()).toEqual(before);
  });
  await test.step('the same from the article itself leads the story', async () => {
    await tab.evaluate((step) => {
      const { contentWindow } = document.querySelector('iframe')!;
      contentWindow!.postMessage({ fulcrum: 1, type: 'hello', scroll: false, events: [] }, '*');
      contentWindow!.postMessage({ fulcrum: 1, type: 'go', step }, '*');
    }, steps[2]!.id);
    await expect.poll(async () => (await state()).step, often).toBe(steps[2]!.id);
  });
  await tab.open('about:blank');
  await host.close();
});
