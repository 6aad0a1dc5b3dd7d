import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Imports go one way. For each part of `src/`, the rooms of `src/lib/` that it may import from; a room is a folder or,
 * like `view.ts`, a file at the top. `npm run check` also looks for circles, file by file.
 */
const plain = ['story', 'frame', 'cache', 'ease', 'geometry'];
const core = [...plain, 'camera', 'labels', 'theme', 'view'];
const parts = ['startup', 'reader', 'scroll', 'atlas', 'map', 'plate', 'key', 'article', 'media'];
const page = [...core, ...parts];

const mayImport = {
  'src/lib/cache.ts': [],
  'src/lib/frame.ts': [],
  'src/lib/ease.ts': [],
  'src/lib/geometry/**': [],
  'src/lib/markup/**': [],
  'src/lib/story/**': ['cache'],
  'src/lib/sea-route/**': ['story', 'geometry'],
  'src/lib/parse/**': [
    ...['story', 'sea-route', 'frame', 'geometry', 'camera', 'picture', 'theme', 'chart', 'markup']
  ],
  'src/lib/chart/**': ['story', 'theme', 'markup'],
  'src/lib/camera/**': plain,
  'src/lib/arcs/**': [...plain, 'camera'],
  'src/lib/labels/**': plain,
  'src/lib/picture/**': [...plain, 'camera', 'arcs', 'labels'],
  'src/lib/view.ts': [...plain, 'camera', 'arcs', 'labels', 'picture'],
  'src/lib/theme/**': ['story'],
  'src/lib/download/**': ['story', 'arcs', 'geometry'],
  'src/lib/startup/**': [],
  'src/lib/media/**': ['story', 'picture', 'reader', 'view'],
  'src/lib/scroll/**': ['ease'],
  'src/lib/atlas/**': [...core, 'markup', 'picture'],
  'src/lib/map/**': [...core, 'startup'],
  'src/lib/reader/**': [...plain, 'view'],
  'src/lib/offline/**': ['story'],
  'src/lib/embed/**': ['story', 'article', 'atlas', 'markup'],
  'src/lib/key/**': [...core, 'atlas', 'reader'],
  'src/lib/article/**': [...core, 'atlas', 'media'],
  'src/lib/plate/**': [...core, 'startup', 'reader', 'atlas', 'map', 'key'],
  'src/lib/timeline/**': [...core, 'reader', 'atlas', 'key'],
  'src/lib/reading/**': [...page, 'timeline', 'embed'],
  'src/lib/embed-frame/**': [...page, 'reading', 'embed'],
  'src/lib/present/**': [...plain, 'camera', 'view', 'reader', 'scroll'],
  'src/lib/draw/**': [...core, 'atlas', 'present'],
  'src/lib/classroom/**': [...core, 'reader', 'present', 'draw', 'lesson'],
  'src/lib/screen/**': [...page, 'present', 'draw', 'offline', 'lesson', 'classroom'],
  'src/lib/speaker/**': [...page, 'present', 'draw', 'offline', 'lesson', 'screen'],
  'src/lib/follow/**': [...page, 'present', 'lesson', 'classroom'],
  'src/lib/data/**': [...core, 'atlas', 'download', 'key', 'article', 'plate'],
  'src/lib/lesson/**': ['story', 'markup', 'reader'],
  'src/lib/lesson-maker/**': [...core, 'article', 'draw', 'lesson', 'offline', 'present', 'reader'],
  'src/lib/handout/**': [...core, 'atlas', 'article', 'lesson', 'offline'],
  'src/lib/front/**': [...core, 'atlas', 'article'],
  'src/lib/server/**': [
    ...['story', 'cache', 'geometry', 'view', 'atlas', 'present', 'markup', 'theme']
  ],
  'src/embed-host/**': ['embed'],
  'src/service-worker.ts': ['offline'],
  'src/cli/**': [
    'story',
    'parse',
    'sea-route',
    'camera',
    'picture',
    'theme',
    'embed',
    'markup',
    'server',
    'offline',
    'present',
    'classroom'
  ],
  'src/params/**': [],
  'src/hooks*.ts': ['story', 'startup', 'camera', 'atlas', 'embed', 'map', 'plate', 'server'],
  'src/routes/**': [
    ...['story', 'view', 'theme', 'startup', 'atlas', 'download', 'server', 'article', 'embed'],
    ...[
      'reading',
      'embed-frame',
      'screen',
      'speaker',
      'data',
      'lesson',
      'follow',
      'lesson-maker',
      'handout',
      'front'
    ]
  ]
};

const roomOf = (/** @type {string} */ files) => files.match(/^src\/lib\/([\w-]+)/)?.[1];
const rooms = Object.keys(mayImport).flatMap((files) => roomOf(files) ?? []);

const importRules = Object.entries(mayImport).map(([files, allowed]) => {
  const closed = rooms.filter((room) => room !== roomOf(files) && !allowed.includes(room));
  // The files at the top of src/lib are one another's neighbours; elsewhere `./` leads to the room's own.
  const up = /^src\/lib\/[\w-]+\.ts$/.test(files) ? '\\./' : '\\.\\./';
  return {
    files: [files],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(${up}|\\$lib/)([\\w.-]+/)*(${closed.join('|')})(\\.ts$|/)`,
              message: `One-way imports: ${files} may import only from ${allowed.join(', ') || 'itself'}.`
            },
            {
              regex: '/(geodata|tests)/',
              message: 'src/ stands on neither the recipes of the geography nor the tests.'
            },
            ...(files === 'src/lib/map/**'
              ? []
              : [
                  {
                    regex: '^(maplibre-gl|@deck\\.gl|@luma\\.gl)(/|$)',
                    message: 'Only src/lib/map imports MapLibre or deck.gl.'
                  }
                ])
          ]
        }
      ]
    }
  };
});

/** Every file of `src/` has its row above: an import rule that matches nothing, and this one, which all others replace. */
const roomless = {
  files: ['src/**/*.{ts,svelte}'],
  ignores: [...Object.keys(mayImport), '**/*.test.ts', '**/*.d.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: 'Program',
        message: 'Give this file a room, and the room a row in eslint.config.js.'
      }
    ]
  }
};

export default ts.config(
  {
    ignores: [
      '.svelte-kit/',
      'build/',
      'build-*/',
      'export/',
      'static/',
      'test-results/',
      'mutation-results/',
      'playwright-report/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Story HTML is made by the story parser, which refuses raw HTML.
      'svelte/no-at-html-tags': 'off'
    }
  },
  roomless,
  ...importRules
);
