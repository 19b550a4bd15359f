import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { init } from 'echarts';
import { medianIn, resultOf, type Runs } from './rows.js';
import type { SubjectName } from './subjects.js';

const PANELS = [
  { reading: 'acceptedMs', title: 'accepted, ms' },
  { reading: 'longestTaskMs', title: 'longest task, ms (none below 50)' },
  { reading: 'heapPerFileBytes', title: 'heap, MB' },
  { reading: 'elements', title: 'elements' },
] as const;
const WIDTH_PX = 960;
const HEIGHT_PX = 720;
/** A logarithm knows no zero. */
const LEAST = { longestTaskMs: 50 } as Readonly<Record<string, number>>;

export type Growth = readonly { readonly count: number; readonly runs: Runs }[];

/** How cost grows with the number of files, a line for each subject that came to its end. */
export function drawGrowth(growth: Growth, names: readonly SubjectName[]): void {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH_PX, height: HEIGHT_PX });
  chart.setOption({
    animation: false,
    backgroundColor: '#fff',
    legend: { data: [...names], top: 0 },
    title: PANELS.map(({ title }, at) => ({ text: title, textStyle: { fontSize: 13 }, ...placeOf(at), top: at < 2 ? '7%' : '55%' })),
    grid: PANELS.map((_, at) => ({ ...placeOf(at), width: '40%', top: at < 2 ? '13%' : '61%', height: '33%' })),
    xAxis: PANELS.map((_, gridIndex) => ({ type: 'log', gridIndex, min: 100, name: 'files', nameLocation: 'middle', nameGap: 22 })),
    yAxis: PANELS.map((_, gridIndex) => ({ type: 'log', gridIndex })),
    series: PANELS.flatMap(({ reading }, at) =>
      names.map((name) => ({ type: 'line', name, xAxisIndex: at, yAxisIndex: at, data: pointsOf(growth, name, reading) })),
    ),
  });
  writeFileSync(resolve(import.meta.dirname, 'growth.svg'), chart.renderToSVGString());
  chart.dispose();
}

const placeOf = (at: number): { left: string } => ({ left: at % 2 === 0 ? '6%' : '56%' });

function pointsOf(growth: Growth, name: SubjectName, reading: string): (readonly [number, number])[] {
  return growth.flatMap(({ count, runs }) => {
    const value = medianIn(resultOf(runs[name] ?? [], reading));
    if (value === null) return [];
    const shown = reading === 'heapPerFileBytes' ? (value * count) / 1e6 : value;
    return [[count, Math.max(shown, LEAST[reading] ?? 0.1)] as const];
  });
}
