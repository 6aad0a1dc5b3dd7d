/**
 * The answer to a request for a part of a file, as players ask for a video piece by piece (RFC 9110, 14.2): one range
 * in bytes, `bytes=0-`, `bytes=5-9` or `bytes=-4`; for anything else the whole file.
 */
export function rangeAnswer(file: Blob, range: string): Response {
  const headers = { 'content-type': file.type, 'accept-ranges': 'bytes' };
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === '' && to === '') return new Response(file, { headers });
  const start = from === '' ? Math.max(0, file.size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? file.size - 1 : Math.min(Number(to), file.size - 1);
  if (start > last) {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.size}` }
    });
  }
  return new Response(file.slice(start, last + 1, file.type), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${last}/${file.size}` }
  });
}
