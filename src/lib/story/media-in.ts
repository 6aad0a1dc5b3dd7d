/** A chart is a figure too, but no medium. */
const medium = /<figure\b(?! class="chart)[^]*?<\/figure>/g;

/** The media of a passage's HTML, in their order: its pictures, videos and sounds. */
export function mediaIn(html: string): string[] {
  return html.match(medium) ?? [];
}

/** The medium of a passage's HTML that takes the map's place on the stage. */
export function stagedIn(html: string): string | undefined {
  return mediaIn(html).find((each) => /^<figure class="[^"]*\bstaged"/.test(each));
}

/** A passage's HTML without its media. */
export function withoutMedia(html: string): string {
  return html.replace(medium, '');
}
