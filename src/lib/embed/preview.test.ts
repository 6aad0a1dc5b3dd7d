import { expect, it } from 'vitest';
import { previewPage } from './preview.ts';

it('previewPage(snippet) has the snippet between two paragraphs of an article', () => {
  expect(previewPage('<iframe></iframe>')).toMatch(
    /^<!doctype html>.*<body style="[^"]+"><p [^>]+>[^<]+<\/p><iframe><\/iframe><p [^>]+>[^<]+<\/p>$/
  );
});
