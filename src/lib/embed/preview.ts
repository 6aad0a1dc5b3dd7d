/** The words of an article around the embed in a preview. */
const before =
  'Your article begins here. Readers scroll down to the story map, and straight on through it.';
const after = 'Your article goes on here.';

/** An article's page, as HTML, with an embed's snippet in it. */
export function previewPage(snippet: string): string {
  return (
    '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<body style="margin:0;font:17px/1.6 Georgia,serif;color:#333;background:#fff">' +
    `<p style="margin:1.5rem 1.25rem">${before}</p>${snippet}<p style="margin:1.5rem 1.25rem 12rem">${after}</p>`
  );
}
