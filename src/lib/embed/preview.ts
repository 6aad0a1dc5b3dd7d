/** Words of an article around an embed, for a preview. */
const before =
  'Here stands the article. The reader comes to the story map with the same scroll that has brought them so far.';
const after = 'And here the article goes on.';

/** A page, as HTML, of an article with an embed's snippet in it. */
export function previewPage(snippet: string): string {
  return (
    '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<body style="margin:0;font:17px/1.6 Georgia,serif;color:#333;background:#fff">' +
    `<p style="margin:1.5rem 1.25rem">${before}</p>${snippet}<p style="margin:1.5rem 1.25rem 12rem">${after}</p>`
  );
}
