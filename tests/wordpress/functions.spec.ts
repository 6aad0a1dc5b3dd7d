import { expect, test } from '@playwright/test';
import { php } from './php.ts';

const site = 'https://maps.example.org/';
const deeper = 'https://maps.example.org/desk/';

/** What a function of the plugin returns for each argument, where these two sites are trusted. */
function each<Result>(name: string, given: readonly unknown[]): Promise<Result[]> {
  return php(
    `add_filter( 'pre_option_fulcrum_sites', function () use ( $sites ) { return $sites; } );
    return array_map( $name, $given );`,
    { name, given, sites: [deeper, site] }
  );
}

const asked = {
  site,
  story: 'caspian',
  step: '',
  accent: '',
  face: '',
  theme: '',
  certainty: []
};

test('fulcrum_normalise_site(line) is the root of a site, with a slash at its end', async () => {
  const roots = {
    'https://maps.example.org': site,
    ' HTTPS://Maps.Example.org:443/ ': site,
    'http://localhost:4391': 'http://localhost:4391/',
    'http://a.example/maps/v2.1': 'http://a.example/maps/v2.1/'
  };
  expect(await each('fulcrum_normalise_site', Object.keys(roots))).toEqual(Object.values(roots));
});

test('fulcrum_normalise_site(line) is empty for what is no root of a site', async () => {
  const others = [
    'maps.example.org',
    'javascript:alert(1)',
    'ftp://maps.example.org/',
    'https://user@maps.example.org/',
    'https://maps.example.org/?a=1',
    'https://maps.example.org/#a',
    'https://maps.example.org/../',
    'https://maps.example.org//a/',
    'https://maps.example.org/a b/',
    'https://*.example.org/',
    'https://',
    'https://a_b.example/"onload="'
  ];
  expect(await each('fulcrum_normalise_site', others)).toEqual(others.map(() => ''));
});

test('fulcrum_parse_address(url) knows the forms of a story’s address', async () => {
  const forms = {
    [`${site}caspian/`]: asked,
    [`${site}caspian`]: asked,
    [`${site}caspian/#vienna`]: asked,
    [`${site}caspian/embed/`]: asked,
    [`${site}caspian/embed/#ride`]: asked,
    [`${site}caspian/vienna/`]: { ...asked, step: 'vienna' },
    [`${site}caspian/embed/vienna/`]: { ...asked, step: 'vienna' },
    [`${deeper}caspian/vienna/`]: { ...asked, site: deeper, step: 'vienna' },
    [`${site}caspian/?accent=B5121b&face=sans`]: { ...asked, accent: 'B5121b', face: 'sans' },
    [`${site}caspian/?accent=red&face[]=sans`]: asked,
    [`${site}caspian/?theme=dark&certainty=reported,confirmed`]: {
      ...asked,
      theme: 'dark',
      certainty: ['confirmed', 'reported']
    },
    [`${site}caspian/vienna/?theme=host&x=1#a`]: { ...asked, step: 'vienna', theme: 'host' }
  };
  expect(await each('fulcrum_parse_address', Object.keys(forms))).toEqual(Object.values(forms));
});

test('fulcrum_parse_address(url) drops what is no option', async () => {
  const queries = [
    'theme=sepia',
    'theme[]=dark',
    'certainty=sure',
    'certainty[]=confirmed',
    'certainty=confirmed,reported,disputed,planned,prospective',
    'theme="><script>'
  ];
  const addresses = queries.map((query) => `${site}caspian/?${query}`);
  expect(await each('fulcrum_parse_address', addresses)).toEqual(queries.map(() => asked));
});

test('fulcrum_parse_address(url) is null for other pages and other sites', async () => {
  const others = [
    site,
    `${site}embed.js`,
    `${site}caspian/data/`,
    `${site}caspian/present/`,
    `${site}caspian/embed/embed/`,
    `${site}caspian/oembed.json`,
    `${site}caspian/../secret/`,
    `${site}caspian//vienna/`,
    `${site}Caspian/`,
    `${site}caspian/a/b/`,
    `${site}caspian/\nx`,
    `${site}caspian/?${'a'.repeat(2000)}`,
    'http://maps.example.org/caspian/',
    'https://maps.example.org.evil.example/caspian/',
    'https://maps.example.orgxcaspian/',
    'https://maps.example.org@evil.example/caspian/',
    'javascript:alert(1)',
    ''
  ];
  expect(await each('fulcrum_parse_address', others)).toEqual(others.map(() => null));
});

test('fulcrum_parse_facts(answer, site) takes words and numbers, and no HTML', async () => {
  const parse = (answers: readonly unknown[]) =>
    php(
      `return array_map( function ( $answer ) use ( $site ) { return fulcrum_parse_facts( $answer, $site ); }, $answers );`,
      { answers, site }
    );
  const title = 'A <b>year</b>';
  const none = { title, height: 0, thumbnail: '', size: '' };
  expect(
    await parse([
      {
        title: ` ${title}\n`,
        height: 700,
        thumbnail_url: `${site}caspian/card/vienna.png`,
        fulcrum_size: '9.1 6880000 20.4 18560000',
        html: '<script>'
      },
      { title },
      { title, height: '700', thumbnail_url: 'https://elsewhere.example/a.png' },
      { title, height: 1e6, thumbnail_url: 7, fulcrum_size: '1" onload="' },
      { title, fulcrum_size: [9] },
      { title, fulcrum_size: '1 '.repeat(31) }
    ])
  ).toEqual([
    {
      title,
      height: 700,
      thumbnail: `${site}caspian/card/vienna.png`,
      size: '9.1 6880000 20.4 18560000'
    },
    none,
    none,
    none,
    none,
    none
  ]);
  expect(
    await parse([null, 'x', {}, { title: 7 }, { title: ' ' }, { title: 'x'.repeat(501) }])
  ).toEqual([null, null, null, null, null, null]);
});
