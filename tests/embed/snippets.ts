import { embedSnippet, type EmbedMode, type SnippetOptions } from '../../src/lib/embed/snippet.ts';
import { parseStory } from '../../src/lib/parse/parse-story.ts';
import type { Story } from '../../src/lib/story/story.ts';
import { readStoryFolders, readWorld } from '../../src/cli/read-stories.ts';

/** The story that the tests embed. */
const story: Story = parseStory(readStoryFolders('src/stories')[0]!, readWorld());

/** What a newsroom would paste. */
export function snippet(
  site: string,
  mode: EmbedMode,
  step: string | null = null,
  options: Partial<SnippetOptions> = {}
): string {
  const only = step === null ? null : story.steps.find(({ id }) => id === step)!;
  return embedSnippet({ site, story, step: only, theme: 'auto', mode, ...options });
}
