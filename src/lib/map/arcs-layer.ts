import { Layer, project32, type LayerContext, type UpdateParameters } from '@deck.gl/core';
import { Buffer } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import {
  headFromDrawn,
  headPx,
  lineWidthPx,
  taperShare,
  taperStart,
  tipGapPx
} from '../theme/marks.ts';
import { pointSize } from './arc-geometry.ts';

/** Numbers of a point in each of the layer's arrays. */
const sizes = { points: pointSize, forms: 7, states: 2 } as const;

/** Arcs, one after another, as the GPU takes them. Of every array each point of each arc has its share. */
export interface ArcsLayerProps {
  /** `ArcGeometry.points` of every arc. */
  readonly points: Float32Array<ArrayBuffer>;
  /** The arc's [whole length, dash px, gap px, 1 for round dots or 0, red, green, blue (0 to 1)]; a gap of 0 is a solid line. */
  readonly forms: Float32Array<ArrayBuffer>;
  /** The arc's [how much is drawn 0 to 1, opacity 0 to 1]: the only thing that changes as a story moves. */
  readonly states: Float32Array<ArrayBuffer>;
}

type BufferName = keyof ArcsLayerProps;

/** Half the width of the strip that an arc is drawn in, px: the head's, and an edge. */
const halfStripPx = headPx.halfWidth + 1;

const noNumbers = new Float32Array();

/**
 * Draws arcs as strips, and within a strip as a signed distance in px: tapered line, dashes or round dots of
 * constant size on the screen, and the head at the tip of what is drawn. deck.gl's PathLayer has none of these, and
 * makes its attributes point by point whenever another arc comes; here they are made once an arc (`arc-geometry.ts`),
 * and growing an arc leaves all but two numbers alone.
 */
export class ArcsLayer extends Layer<ArcsLayerProps> {
  static override layerName = 'ArcsLayer';
  static override defaultProps = {
    points: { type: 'object', value: noNumbers },
    forms: { type: 'object', value: noNumbers },
    states: { type: 'object', value: noNumbers }
  };

  declare state: { model: Model; readonly buffers: Partial<Record<BufferName, Buffer>> };

  /** Pieces between one point and the next; those between two arcs too, of which nothing is drawn. */
  override getNumInstances(): number {
    return Math.max(0, this.props.points.length / sizes.points - 1);
  }

  override initializeState(): void {
    const { device } = this.context;
    this.setState({ buffers: {} });
    this.setState({
      model: new Model(device, {
        id: this.props.id,
        ...this.getShaders({ vs: vertexShader, fs: fragmentShader, modules: [project32] }),
        topology: 'triangle-strip',
        isInstanced: true,
        vertexCount: 4,
        bufferLayout: [
          bufferLayout('points', {
            instanceStarts: ['float32x4', 0],
            instanceStartEdges: ['float32x3', 4],
            instanceEnds: ['float32x4', sizes.points],
            instanceEndEdges: ['float32x3', sizes.points + 4]
          }),
          bufferLayout('forms', {
            instanceForms: ['float32x4', 0],
            instanceColors: ['float32x3', 4]
          }),
          bufferLayout('states', { instanceStates: ['float32x2', 0] })
        ]
      })
    });
  }

  override updateState({ props, oldProps }: UpdateParameters<this>): void {
    for (const name of Object.keys(sizes) as BufferName[]) {
      if (props[name] !== oldProps[name]) this.#write(name, props[name]);
    }
  }

  override draw(): void {
    if (this.getNumInstances() > 0) this.state.model.draw(this.context.renderPass);
  }

  override finalizeState(context: LayerContext): void {
    super.finalizeState(context);
    for (const buffer of Object.values(this.state.buffers)) buffer.destroy();
  }

  /** None: the layer has its own buffers. */
  protected override _getAttributeManager(): null {
    return null;
  }

  #write(name: BufferName, data: Float32Array<ArrayBuffer>): void {
    const { model, buffers } = this.state;
    let buffer = buffers[name];
    if (!buffer || buffer.byteLength < data.byteLength) {
      buffer?.destroy();
      buffer = this.context.device.createBuffer({
        usage: Buffer.VERTEX | Buffer.COPY_DST,
        byteLength: 2 * data.byteLength
      });
      buffers[name] = buffer;
      model.setAttributes({ [name]: buffer });
    }
    buffer.write(data);
  }
}

/** Attributes by name, each with its format and how many numbers of a point lie before it. */
function bufferLayout(
  name: BufferName,
  attributes: Record<string, readonly [format: `float32x${2 | 3 | 4}`, offset: number]>
) {
  const { BYTES_PER_ELEMENT } = Float32Array;
  return {
    name,
    stepMode: 'instance' as const,
    byteStride: sizes[name] * BYTES_PER_ELEMENT,
    attributes: Object.entries(attributes).map(([attribute, [format, offset]]) => ({
      attribute,
      format,
      byteOffset: offset * BYTES_PER_ELEMENT
    }))
  };
}

const vertexShader = /* glsl */ `\
#version 300 es
#define SHADER_NAME arcs-layer-vertex
in vec4 instanceStarts;
in vec3 instanceStartEdges;
in vec4 instanceEnds;
in vec3 instanceEndEdges;
in vec4 instanceForms;
in vec3 instanceColors;
in vec2 instanceStates;
// Px: way from the piece's start, and from the arc's middle across.
out vec2 vPlace;
// Px: way to the piece's start, whole way, one device px; how much is drawn.
flat out vec4 vSize;
// Px: dash, gap; 1 for round dots.
flat out vec3 vDash;
flat out vec4 vColor;

void main() {
  // From the end of an arc to the start of the next.
  if (instanceEndEdges.z <= instanceStartEdges.z) {
    gl_Position = vec4(0.0);
    return;
  }
  bool isEnd = gl_VertexID > 1;
  float side = gl_VertexID % 2 == 0 ? -1.0 : 1.0;
  vec4 point = isEnd ? instanceEnds : instanceStarts;
  vec2 edge = isEnd ? instanceEndEdges.xy : instanceStartEdges.xy;

  vec3 position = project_position(vec3(point.xy, 0.0), vec3(point.zw, 0.0));
  position.xy += edge * side * project_pixel_size(${float(halfStripPx)});
  gl_Position = project_common_position_to_clipspace(vec4(position, 1.0));

  float pieceLength = (instanceEndEdges.z - instanceStartEdges.z) * project.scale;
  vPlace = vec2(isEnd ? pieceLength : 0.0, side * ${float(halfStripPx)});
  vSize = vec4(
    instanceStartEdges.z * project.scale,
    instanceForms.x * project.scale,
    1.0 / project.devicePixelRatio,
    instanceStates.x
  );
  vDash = instanceForms.yzw;
  vColor = vec4(instanceColors, instanceStates.y);
}
`;

const fragmentShader = /* glsl */ `\
#version 300 es
#define SHADER_NAME arcs-layer-fragment
precision highp float;
in vec2 vPlace;
flat in vec4 vSize;
flat in vec3 vDash;
flat in vec4 vColor;
out vec4 fragColor;

// Signed distance to the arc's edge, px, negative inside. along: px from the arc's start; across: px from its middle.
float arcDistance(float along, float across) {
  float whole = vSize.y;
  float drawn = vSize.w;
  float tip = min(drawn * whole, whole - min(${float(tipGapPx)}, 0.2 * whole));
  float grown = step(${float(headFromDrawn)}, drawn) * clamp(tip / ${float(2 * headPx.length)}, 0.0, 1.0);
  float headLength = ${float(headPx.length)} * grown;
  float base = tip - headLength;

  float taper = mix(${float(taperStart)}, 1.0, clamp(along / (${float(taperShare)} * whole), 0.0, 1.0));
  float halfWidth = ${float(lineWidthPx / 2)} * taper;
  float line = max(across - halfWidth, max(along - base - 0.5 * grown, -along));

  float dash = vDash.x;
  float gap = vDash.y;
  if (gap > 0.0) {
    float period = dash + gap;
    float fromMiddle = mod(along - 0.5 * dash + 0.5 * period, period) - 0.5 * period;
    if (vDash.z > 0.5) {
      // A dot is there whole or not at all.
      float radius = max(0.3 * dash, 0.5 * dash * taper);
      bool fits = along - fromMiddle + radius <= base;
      line = fits ? length(vec2(fromMiddle, across)) - radius : 1e3;
    } else {
      line = max(line, abs(fromMiddle) - 0.5 * dash);
    }
  }

  float behind = tip - along;
  float slope = ${float(headPx.halfWidth / headPx.length)};
  float side = (across - behind * slope) * inversesqrt(1.0 + slope * slope);
  float head = grown > 0.0 ? max(side, max(behind - headLength, -behind)) : 1e3;
  return min(line, head);
}

void main() {
  float edge = arcDistance(vSize.x + vPlace.x, abs(vPlace.y));
  float alpha = vColor.a * clamp(0.5 - edge / vSize.z, 0.0, 1.0);
  if (vSize.w <= 0.0 || alpha < 0.004) discard;
  fragColor = vec4(vColor.rgb, alpha);
}
`;

/** A number as a GLSL literal. */
function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
