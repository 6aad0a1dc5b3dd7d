import { LayerExtension, type Accessor, type Layer } from '@deck.gl/core';
import {
  headFromDrawn,
  headPx,
  lineWidthPx,
  taperShare,
  taperStart,
  tipGapPx
} from '../theme/marks.ts';

/** Width of the strip that a PathLayer must give this extension to draw in: the head's, and one px on each side to smooth its edge. */
export const stripWidthPx = 2 * headPx.halfWidth + 2;

/** What the extension reads of an arc besides its path; lengths in Mercator px at zoom 0. */
export interface ArcFormProps {
  /** The length of the path from its start to each point. */
  getArcLengths?: Accessor<unknown, Float32Array>;
  /** [total length, dash px, gap px, 1 for round dots or 0]; a gap of 0 is a solid line. */
  getArcForm?: Accessor<unknown, readonly [number, number, number, number]>;
  /** [the share that is drawn, the opacity], both 0 to 1. */
  getArcState?: Accessor<unknown, readonly [number, number]>;
}

/**
 * Draws an arc within the strip of deck.gl's PathLayer, as a signed distance in px: a tapered line, dashes or round
 * dots of constant size on the screen, and the head at the tip of the share that is drawn. PathLayer has no head and
 * no taper, and the dashes of deck.gl's own PathStyleExtension start anew at no arc's head and have no dots.
 */
export class ArcFormExtension extends LayerExtension {
  static override extensionName = 'ArcFormExtension';
  static override defaultProps = {
    getArcLengths: { type: 'accessor', value: [0] },
    getArcForm: { type: 'accessor', value: [0, 0, 0, 0] },
    getArcState: { type: 'accessor', value: [1, 1] }
  };

  override initializeState(this: Layer): void {
    this.getAttributeManager()?.addInstanced({
      instanceArcLengths: { size: 1, accessor: 'getArcLengths' },
      instanceArcForms: { size: 4, accessor: 'getArcForm' },
      instanceArcStates: { size: 2, accessor: 'getArcState' }
    });
  }

  override getShaders(): unknown {
    return {
      inject: {
        'vs:#decl': vertexDeclarations,
        'vs:#main-end': vertexMain,
        'fs:#decl': fragmentDeclarations,
        'fs:DECKGL_FILTER_COLOR': fragmentColor
      }
    };
  }
}

const vertexDeclarations = /* glsl */ `
in float instanceArcLengths;
in vec4 instanceArcForms;
in vec2 instanceArcStates;
// Px: length up to the segment, total length, half the strip's width, one device px.
flat out vec4 vArcSize;
// Px: dash, gap; 1 for round dots; opacity.
flat out vec4 vArcForm;
flat out float vArcDrawn;
`;

const vertexMain = /* glsl */ `
vArcSize = vec4(
  instanceArcLengths * project.scale,
  instanceArcForms.x * project.scale,
  widthPixels.x,
  1.0 / project.devicePixelRatio
);
vArcForm = vec4(instanceArcForms.yzw, instanceArcStates.y);
vArcDrawn = instanceArcStates.x;
`;

const fragmentDeclarations = /* glsl */ `
flat in vec4 vArcSize;
flat in vec4 vArcForm;
flat in float vArcDrawn;

// Signed distance to the arc's edge, px, negative inside. along: px from the arc's start; across: px from its middle.
float arcDistance(float along, float across) {
  float whole = vArcSize.y;
  float tip = min(vArcDrawn * whole, whole - min(${float(tipGapPx)}, 0.2 * whole));
  float grown = step(${float(headFromDrawn)}, vArcDrawn) * clamp(tip / ${float(2 * headPx.length)}, 0.0, 1.0);
  float headLength = ${float(headPx.length)} * grown;
  float base = tip - headLength;

  float taper = mix(${float(taperStart)}, 1.0, clamp(along / (${float(taperShare)} * whole), 0.0, 1.0));
  float halfWidth = ${float(lineWidthPx / 2)} * taper;
  float line = max(across - halfWidth, max(along - base - 0.5 * grown, -along));

  float dash = vArcForm.x;
  float gap = vArcForm.y;
  if (gap > 0.0) {
    float period = dash + gap;
    float fromMiddle = mod(along - 0.5 * dash + 0.5 * period, period) - 0.5 * period;
    if (vArcForm.z > 0.5) {
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
`;

const fragmentColor = /* glsl */ `
float arcEdge = arcDistance(
  vArcSize.x + geometry.uv.y * vArcSize.z,
  abs(geometry.uv.x) * vArcSize.z
);
color.a *= vArcForm.w * clamp(0.5 - arcEdge / vArcSize.w, 0.0, 1.0);
if (vArcDrawn <= 0.0 || color.a < 0.004) discard;
`;

/** A number as a GLSL literal. */
function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
