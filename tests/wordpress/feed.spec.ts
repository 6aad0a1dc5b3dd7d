import { DOMParser } from '@xmldom/xmldom';
import { startStubSite } from './stub-site.ts';
import { articleAround, expect, storyBlock, test, trust } from './wordpress-test.ts';
import { wordpress } from './php.ts';

test('the feed has the story’s picture and a link, and no frame', async ({ publish }) => {
  const stub = await startStubSite();
  const picture = `${stub.root}caspian/card/vienna.png`;
  stub.answer({
    '/caspian/oembed.json': {
      body: JSON.stringify({ title: 'A year on the Caspian', thumbnail_url: picture })
    }
  });
  await trust(stub.root);
  const url = `${stub.root}caspian/`;
  await publish('author', articleAround(`${url}\n\n${storyBlock({ url, align: 'full' })}`));
  const feed = await (await fetch(`${wordpress.url}/?feed=rss2`)).text();
  await stub.close();
  const newest = new DOMParser()
    .parseFromString(feed, 'text/xml')
    .getElementsByTagName('content:encoded')[0]!.textContent!;
  expect(newest.match(/<a href="([^"]+)"><img/g)).toEqual(
    Array.from({ length: 2 }, () => `<a href="${url}"><img`)
  );
  expect(newest).toContain(`src="${picture}"`);
  expect(newest).toContain(`<a href="${url}">A year on the Caspian</a>`);
  expect(newest).not.toContain('<iframe');
});
