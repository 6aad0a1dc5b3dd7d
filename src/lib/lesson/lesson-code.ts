import { checkLesson, LessonError, type Lesson } from './lesson.ts';

/** The longest lesson that is unpacked, characters: a link may come from anyone. */
const mostCharacters = 200_000;

/** A lesson as a link carries it: JSON, deflated (RFC 1951), in base64url (RFC 4648, 5). */
export async function encodeLesson(lesson: Lesson): Promise<string> {
  const plain = JSON.stringify(withoutDefaults(lesson));
  const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The lesson that a link carries.
 *
 * @throws {LessonError} where it is none
 */
export async function decodeLesson(code: string): Promise<Lesson> {
  let data: unknown;
  try {
    data = JSON.parse(await unpack(code));
  } catch {
    throw new LessonError(['The link to the lesson is not whole: part of it may be missing.']);
  }
  return checkLesson(data);
}

/** @throws an error where it is no packed text, or one that is too long */
async function unpack(code: string): Promise<string> {
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const texts = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream());
  let text = '';
  const reader = texts.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > mostCharacters) throw new Error('too long');
  }
  return text;
}

/** A lesson without what is as if it were not there, so that its link is short. */
function withoutDefaults({ steps, title, ...lesson }: Lesson): object {
  const filled = (step: object) =>
    Object.fromEntries(
      Object.entries(step).filter(
        ([key, value]) =>
          value !== null &&
          !(Array.isArray(value) && value.length === 0) &&
          (key === 'ask' || value !== '')
      )
    );
  return {
    ...lesson,
    ...(title === '' ? {} : { title }),
    steps: steps.map((step) => ({
      ...filled(step),
      ...(step.answer === null ? {} : { answer: filled(step.answer) })
    }))
  };
}
