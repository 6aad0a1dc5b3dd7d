import type { FeatureCollection } from 'geojson';
import mapshaper from 'mapshaper';

/**
 * Runs mapshaper commands on named GeoJSON inputs and parses what they leave. The commands neither read nor
 * write files: `-i` and `-o` are added here.
 *
 * @example await runMapshaper({ land }, '-simplify weighted interval=400')
 */
export async function runMapshaper<Result extends FeatureCollection>(
  inputs: Readonly<Record<string, FeatureCollection>>,
  commands: string
): Promise<Result> {
  const files = Object.entries(inputs).map(([name, data]) => [
    `${name}.json`,
    JSON.stringify(data)
  ]);
  const names = files.map(([name]) => name).join(' ');
  const output = await mapshaper.applyCommands(
    `-i ${names} combine-files ${commands} -o out.json format=geojson`,
    Object.fromEntries(files) as Record<string, string>
  );
  return JSON.parse(new TextDecoder().decode(output['out.json'])) as Result;
}
