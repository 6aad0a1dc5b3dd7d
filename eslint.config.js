import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Imports go one way: story ← camera, arcs, labels ← picture ← view ← atlas, map · view ← reader ← ui ← routes;
 * labels ← timeline ← ui.
 * For each folder of src/lib, the folders and files of src/lib that it may import from.
 */
const mayImport = {
  story: [],
  camera: ['story', 'frame'],
  arcs: ['story', 'camera', 'frame'],
  labels: ['story', 'frame'],
  timeline: ['story', 'labels', 'marks'],
  picture: ['story', 'camera', 'arcs', 'labels', 'frame'],
  map: ['story', 'view', 'frame', 'camera', 'labels', 'palette', 'marks'],
  atlas: ['story', 'view', 'frame', 'camera', 'labels', 'picture', 'palette', 'marks'],
  download: ['story', 'arcs'],
  scroll: [],
  present: ['story', 'camera', 'frame'],
  offline: [],
  embed: ['story'],
  ui: [
    ...['story', 'camera', 'view', 'frame', 'labels', 'palette', 'marks'],
    ...['atlas', 'map', 'scroll', 'timeline', 'present', 'embed', 'offline', 'reader', 'download']
  ]
};
const names = [
  ...new Set([
    ...Object.keys(mayImport),
    ...['view', 'frame', 'palette', 'marks', 'reader', 'embed']
  ])
];

const importRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  files: [`src/lib/${folder}/**`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./|\\$lib/)(${names.filter((name) => name !== folder && !allowed.includes(name)).join('|')})([./]|$)`,
            message: `One-way imports: src/lib/${folder} may import only from ${allowed.join(', ') || 'itself'}.`
          },
          ...(folder === 'map'
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
}));

export default ts.config(
  {
    ignores: [
      '.svelte-kit/',
      'build/',
      'build-*/',
      'export/',
      'static/',
      'test-results/',
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
  {
    files: ['src/lib/*.ts'],
    ignores: ['src/lib/reader.svelte.ts', 'src/lib/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\./(map|atlas|scroll|present|embed|reader|ui)([./]|$)',
              message: 'One-way imports: view knows nothing of renderers, inputs or pages.'
            }
          ]
        }
      ]
    }
  },
  ...importRules
);
