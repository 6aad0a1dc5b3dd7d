const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  vtt: 'text/vtt'
};

/** The media type of a file that a story's page shows, by its ending (https://www.iana.org/assignments/media-types). */
export function mediaTypeOf(file: string): string {
  return types[file.replace(/^.*\./, '')] ?? 'application/octet-stream';
}
