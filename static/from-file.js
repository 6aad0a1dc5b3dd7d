/*
 * For an exported page that is opened as a file. Browsers run no module scripts and load no data from files, so
 * such a page is what it would be without scripts: the whole text, with a picture a passage. On a server this
 * does nothing.
 */
if (location.protocol === 'file:') {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

  for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll('link[rel="stylesheet"]')
  )) {
    link.href = link.href.replace(/\.css$/, '.from-file.css');
  }

  addEventListener('DOMContentLoaded', () => {
    // A folder's address shows a list of files: name the page in it.
    for (const link of document.querySelectorAll('a')) {
      const names = link.protocol === 'file:' && !/\.\w+$/.test(link.pathname);
      if (names) link.pathname = link.pathname.replace(/\/?$/, '/index.html');
    }

    const audience = new URLSearchParams(location.search).get('for');
    const handout = /** @type {HTMLElement | null} */ (document.querySelector('main[data-for]'));
    if (handout && audience) handout.dataset.for = audience;

    const notice = document.createElement('aside');
    const link = document.createElement('a');
    link.href = new URL('README.html', src).href;
    link.textContent = 'how to open it with everything';
    notice.setAttribute('aria-label', 'Opened as a file');
    notice.append(
      'Opened as a file, this page has its text and pictures. The live map and presenting need a server on this computer: ',
      link,
      '.'
    );
    notice.className = 'opened-as-a-file';
    Object.assign(notice.style, {
      padding: '0.6rem 1.25rem',
      borderBottom: '1px solid var(--rule)',
      font: '0.875rem/1.45 var(--sans)'
    });
    document.body.prepend(notice);
  });
}
