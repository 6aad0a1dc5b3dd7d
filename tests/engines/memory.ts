/** What a page holds after its garbage has been collected. */
export interface Memory {
  /** JavaScript’s heap, MB. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly buffers: number;
  readonly textures: number;
  /** The GPU’s other objects: vertex arrays, frame and render buffers, programs, shaders. */
  readonly otherGpuObjects: number;
}

/** The page’s own count of what it has had the GPU make and not thrown away. */
export type GpuCount = Pick<Memory, 'buffers' | 'textures' | 'otherGpuObjects'>;

/** Counts in a page, from before its own scripts, what WebGL makes; `gpuCount` has the counts then. */
export function countGpuObjects(): void {
  const kinds = [
    ...['Buffer', 'Texture', 'VertexArray', 'Framebuffer'],
    ...['Renderbuffer', 'Program', 'Shader', 'Sampler', 'Query', 'TransformFeedback']
  ];
  const living = new Map<WeakRef<object>, Map<unknown, string>>();
  const known = new WeakMap<object, Map<unknown, string>>();
  const objectsOf = (context: WebGL2RenderingContext) => {
    const counted = known.get(context);
    if (counted) return counted;
    const objects = new Map<unknown, string>();
    known.set(context, objects);
    living.set(new WeakRef(context), objects);
    // A lost context’s objects are gone.
    context.canvas.addEventListener('webglcontextlost', () => objects.clear());
    return objects;
  };
  type Call = (this: WebGL2RenderingContext, ...args: unknown[]) => unknown;
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, Call>;
  for (const kind of kinds) {
    const [make, remove] = [prototype[`create${kind}`]!, prototype[`delete${kind}`]!];
    prototype[`create${kind}`] = function (...args) {
      const object = make.apply(this, args);
      if (object !== null && !this.isContextLost()) objectsOf(this).set(object, kind);
      return object;
    };
    prototype[`delete${kind}`] = function (object, ...args) {
      objectsOf(this).delete(object);
      return remove.call(this, object, ...args);
    };
  }
  Object.assign(window, {
    gpuCount: (): GpuCount => {
      const all: string[] = [];
      for (const [context, objects] of living) {
        if (context.deref()) all.push(...objects.values());
        else living.delete(context);
      }
      const count = (kind: string) => all.filter((each) => each === kind).length;
      const [buffers, textures] = [count('Buffer'), count('Texture')];
      return { buffers, textures, otherGpuObjects: all.length - buffers - textures };
    }
  });
}

/** How much more than early on a page may hold at the end. */
const mostGrowth = 1.1;

/** A line for each part of what a page has held, with its curve; and those that have grown. */
export function memoryCurves(looks: readonly Memory[]): { lines: string[]; grown: string[] } {
  const parts = Object.keys(looks[0] ?? {}) as (keyof Memory)[];
  const curves = parts.map((part) => {
    const values = looks.map((look) => look[part]);
    // The first looks are of a page that still fills its caches.
    const fifth = Math.floor(values.length / 5);
    const [early, late] = [values.slice(fifth, 2 * fifth), values.slice(-fifth)].map(median);
    return { part, values, early: early!, late: late! };
  });
  return {
    lines: curves.map(
      ({ part, values, early, late }) =>
        `${part.padEnd(16)} ${sparkline(values)} ${early.toFixed(1)} → ${late.toFixed(1)}`
    ),
    grown: curves
      .filter(({ early, late }) => late > early * mostGrowth)
      .map(({ part, early, late }) => `${part}: from ${early} to ${late}`)
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Sixty values of a curve, from nothing to its greatest, as bars. */
function sparkline(values: readonly number[]): string {
  const bars = '▁▂▃▄▅▆▇█';
  const most = Math.max(1, ...values);
  const step = Math.max(1, values.length / 60);
  const shown = Array.from(
    { length: Math.min(60, values.length) },
    (_, i) => values[Math.floor(i * step)]!
  );
  return shown.map((value) => bars[Math.floor((value / most) * (bars.length - 1))]).join('');
}
