import * as v from 'valibot';
import { text } from '../shape.ts';

const captionsRule =
  'captions must be a WebVTT file (.vtt), or {none: why}, as in captions: {none: no speech}';

/** A picture, or one half of a comparison. */
const picture = {
  src: text('src'),
  alt: text('alt'),
  caption: v.exactOptional(text('caption')),
  credit: v.exactOptional(text('credit')),
  licence: v.exactOptional(text('licence')),
  source: v.exactOptional(text('source'))
};
const stage = v.exactOptional(v.literal('media', 'stage must be media, or be left out'));

export const halfSchema = v.object(
  picture,
  'before and after must each be a picture with src and alt'
);
export const mediumSchema = v.object(
  {
    ...picture,
    captions: v.exactOptional(
      v.union(
        [
          v.pipe(v.string(), v.regex(/\.vtt$/, captionsRule)),
          v.object({ none: v.pipe(v.string(captionsRule), v.trim(), v.nonEmpty(captionsRule)) })
        ],
        captionsRule
      )
    ),
    transcript: v.exactOptional(text('transcript')),
    poster: v.exactOptional(text('poster')),
    stage
  },
  'a medium must have src and alt, or compare'
);
export const compareSchema = v.object({
  compare: v.object(
    { before: halfSchema, after: halfSchema },
    'compare must have before and after'
  ),
  caption: v.exactOptional(text('caption')),
  stage
});

export type PictureShape = v.InferOutput<typeof halfSchema>;
export type MediumShape = v.InferOutput<typeof mediumSchema>;
export type CompareShape = v.InferOutput<typeof compareSchema>;
