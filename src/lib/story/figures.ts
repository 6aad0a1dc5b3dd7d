const figure = /<figure\b[^]*?<\/figure>/g;

/** The figures of a passage's HTML, in their order: its charts, pictures, videos and sounds. */
export function figuresOf(html: string): string[] {
  return html.match(figure) ?? [];
}

/** A passage's HTML without its pictures, videos and sounds. */
export function withoutMedia(html: string): string {
  return html.replace(figure, (each) => (each.startsWith('<figure class="chart') ? each : ''));
}
