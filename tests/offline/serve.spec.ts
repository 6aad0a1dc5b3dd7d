import { expect, test } from '../story-test.ts';

test('the server lets nothing grow old but what its content names', async ({ request }) => {
  const cacheControl = async (path: string) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    return response.headers()['cache-control'];
  };
  expect(await cacheControl('/service-worker.js')).toBe('no-cache');
  expect(await cacheControl('/russia-iran-2015/')).toBe('no-cache');
  expect(await cacheControl('/geo/water.json')).toBe('no-cache');
  const html = await (await request.get('/russia-iran-2015/')).text();
  const [script] = /_app\/immutable\/entry\/start[\w.-]+\.js/.exec(html)!;
  expect(await cacheControl(`/${script}`)).toBe('public, max-age=31536000, immutable');
});

test('a page requested without its final slash redirects to it', async ({ request }) => {
  const answer = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 });
    return [response.status(), response.headers()['location']];
  };
  expect(await answer('/russia-iran-2015?certainty=confirmed')).toEqual([
    308,
    '/russia-iran-2015/?certainty=confirmed'
  ]);
  expect(await answer('/russia-iran-2015/')).toEqual([200, undefined]);
  expect(await answer('/no-such-story')).toEqual([404, undefined]);
  expect(await answer('/geo/water.json')).toEqual([200, undefined]);
});
