import { BarChart, CustomChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Band, Histogram, Picture } from '../report.js'
import { endOf, short } from './words.js'

echarts.use([BarChart, CustomChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer])

/** The page's style sheet gives these their colours, in light and in dark. */
const ink = 'var(--ink)'
const faint = 'var(--faint)'
const bar = 'var(--bar)'
const mark = 'var(--mark)'
const shade = 'var(--shade)'

const text = { color: ink, fontFamily: 'system-ui, sans-serif', fontSize: 12 }
/** 1.2M: a label of a count has to fit beside the drawing. */
const compact = new Intl.NumberFormat('en', { notation: 'compact' })

const line = { lineStyle: { color: faint } }

export interface Size {
  width: number
  height: number
}

type Option = Parameters<ReturnType<typeof echarts.init>['setOption']>[0]

/** Counts over an axis of numbers; `marked` is a number that the reader should look for, `shaded` a stretch. */
export function histogramChart({ from, to, counts }: Histogram, size: Size, marked?: number, shaded?: readonly [number, number]): string {
  const step = (to - from) / counts.length
  return drawn(size, {
    grid: { left: 46, right: 16, top: 24, bottom: 28 },
    xAxis: { ...valueAxis(from, to), splitLine: { show: false } },
    yAxis: {
      type: 'value',
      axisLabel: { ...text, formatter: (count: number) => compact.format(count) },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: line,
      minInterval: 1,
      splitNumber: 3,
    },
    series: [
      {
        type: 'custom',
        data: counts.map((count, index) => [from + index * step, count]),
        renderItem: (_: unknown, api: Coordinates) => {
          const [x, count] = [Number(api.value(0)), Number(api.value(1))]
          const [left, top] = api.coord([x, count]) as [number, number]
          const [right, bottom] = api.coord([x + step, 0]) as [number, number]
          const shape = { x: left + 0.5, y: top, width: Math.max(1, right - left - 1), height: bottom - top }
          return { type: 'rect', shape, style: { fill: bar } }
        },
        ...(marked !== undefined && marked >= from && marked <= to && { markLine: marks([[marked, short(marked)]], (from + to) / 2) }),
        ...(shaded && { markArea: { silent: true, itemStyle: { color: shade }, data: [[{ xAxis: shaded[0] }, { xAxis: shaded[1] }]] } }),
      },
    ],
  })
}

/** For each reading of the input the stretch that the loss can lie in, with the loss, and what an undecided model costs. */
export function bandsChart({ value, uniform, bands: given }: NonNullable<Picture['loss']>, size: Size): string {
  // The axis runs upwards.
  const bands = [...given].reverse()
  const known = [value, uniform, ...bands.flatMap(({ least, greatest }) => [least, greatest])].filter(
    (x): x is number => typeof x === 'number',
  )
  const [least, greatest] = [Math.min(...known), Math.max(...known)]
  const room = Math.max(greatest - least, 0.5) * 0.15
  const [from, to] = [least < 0 || bands.some((band) => band.least === null) ? least - room : 0, greatest + room]
  const lines: Line[] = []
  if (uniform !== undefined) lines.push([uniform, `undecided ${short(uniform)}`, 'dashed'])
  if (value !== undefined) lines.push([value, `loss ${short(value)}`])
  return drawn(size, {
    grid: { left: 112, right: 20, top: 40, bottom: 28 },
    xAxis: { ...valueAxis(from, to), splitLine: line },
    yAxis: { type: 'category', data: bands.map(({ reading }) => reading), axisLabel: text, axisTick: { show: false }, axisLine: line },
    series: [
      {
        type: 'custom',
        data: bands.map((band, index) => [band.least ?? from, band.greatest ?? to, index]),
        encode: { x: [0, 1], y: 2 },
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Coordinates) => bandShape(bands[dataIndex]!, api, [from, to]),
        markLine: marks(lines, (from + to) / 2),
      },
    ],
  })
}

/** What the library hands to a drawing of one's own. */
interface Coordinates {
  value(index: number): unknown
  coord(point: number[]): number[]
}

function bandShape(band: Band, api: Coordinates, [from, to]: readonly [number, number]) {
  const row = Number(api.value(2))
  const [left, middle] = api.coord([band.least ?? from, row]) as [number, number]
  const [right] = api.coord([band.greatest ?? to, row]) as [number, number]
  const words = `${endOf(band.least, '-∞')} to ${endOf(band.greatest, '∞')}`
  const rect = { type: 'rect', shape: { x: left, y: middle - 9, width: Math.max(2, right - left), height: 18, r: 3 }, style: { fill: bar } }
  const label = {
    type: 'text',
    style: {
      text: words,
      x: left + 2,
      y: middle + 12,
      fill: ink,
      stroke: 'var(--paper)',
      lineWidth: 3,
      font: '11px system-ui, sans-serif',
    },
  }
  return { type: 'group', children: [rect, label] }
}

/** Where it stands, what its label says, and how it is drawn. */
type Line = readonly [at: number, label: string, type?: 'dashed']

/** Vertical lines; labels of neighbours stand at two heights, and all where there is room: towards the middle. */
function marks(lines: readonly Line[], middle: number) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: mark, width: 2, type: 'solid' as const },
    data: lines.map(([xAxis, formatter, type = 'solid'], index) => ({
      xAxis,
      lineStyle: { type },
      label: {
        ...text,
        color: mark,
        formatter,
        align: xAxis > middle ? ('right' as const) : ('left' as const),
        position: 'end' as const,
        distance: [0, 3 + 15 * index] as never,
      },
    })),
  }
}

function valueAxis(min: number, max: number) {
  return {
    type: 'value' as const,
    min,
    max,
    splitNumber: 4,
    axisLabel: { ...text, formatter: short, showMinLabel: false, showMaxLabel: false },
    axisLine: { show: true, ...line },
  }
}

/** A drawing without scripts, as wide as there is room. */
function drawn({ width, height }: Size, option: Option): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, silent: true, ...option })
  const svg = chart.renderToSVGString({ useViewBox: true })
  chart.dispose()
  return bare(svg)
}

/** Without what only serves a script, and is numbered over the life of the program: the same report gives the same page. */
function bare(svg: string): string {
  return svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
}
