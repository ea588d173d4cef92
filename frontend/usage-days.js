import { OutflowChart, axisCount, classColour, count, escapeText, hatch, shortDay, tooltip } from './charts.js';

/*
 * Calls a day, stacked by class in the order of rank with Unknown on top. Days on which nothing proves that anything was
 * logged are hatched behind, over the whole height: they are not days without use. The band on top says of each day's calls
 * whether their log files are verified.
 */
class UsageDays extends OutflowChart {
  heightFor(width) {
    return Math.max(286, Math.min(width * 0.48, 420));
  }

  option(data, colours, size) {
    const unknown = hatch(colours.c0, 4, 1.6);
    const blind = hatch(colours['hatch-ink'], 5, 1.1);
    const partly = hatch(colours.ink, 4, 1.4);
    const font = `11px ${getComputedStyle(this).fontFamily}`;
    const wide = (size.width - 40) / data.days.length;
    return {
      grid: { left: 36, right: 4, top: 22, bottom: 24 },
      tooltip: {
        ...tooltip(colours, (entries) => tip(entries[0].dataIndex, data, colours)),
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: colours.rule, opacity: 0.6 } },
      },
      xAxis: {
        type: 'category',
        data: data.days,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours['rule-strong'] } },
        axisLabel: {
          color: colours['ink-2'],
          fontSize: 11,
          hideOverlap: true,
          formatter: shortDay,
          interval: (index, day) => labelled(index, day, data.days, size.width),
        },
      },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        minInterval: 1,
        axisLabel: { color: colours['ink-2'], fontSize: 11, formatter: axisCount },
        splitLine: { lineStyle: { color: colours.rule } },
      },
      series: [
        {
          type: 'custom',
          data: data.blind.map((run) => [run.from, run.to]),
          encode: { x: [0, 1], y: -1 },
          silent: true,
          tooltip: { show: false },
          z: 1,
          renderItem: (params, api) => blindRun(params, api, data.blind[params.dataIndex].text, colours, blind, font),
        },
        {
          type: 'custom',
          data: data.band.map((band, index) => [index, band.kind === '' ? 0 : 1]),
          encode: { x: 0, y: -1 },
          silent: true,
          clip: false,
          tooltip: { show: false },
          z: 3,
          renderItem: (params, api) => proofBand(params, api, data.band[params.dataIndex].kind, colours, partly),
        },
        ...data.series.map((series) => ({
          type: 'bar',
          name: series.name,
          stack: 'calls',
          z: 2,
          data: series.values,
          barCategoryGap: wide > 12 ? '22%' : wide > 3.5 ? '16%' : '0%',
          barMaxWidth: 48,
          itemStyle: { color: series.colour === 0 ? unknown : classColour(colours, series.colour) },
          emphasis: { disabled: true },
        })),
      ],
    };
  }

  clicked(event) {
    if (event.seriesType === 'bar') this.pick('day', this.data.days[event.dataIndex]);
  }
}

/** A run of days behind the bars, with its words where they fit. */
function blindRun(params, api, text, colours, pattern, font) {
  const [from] = api.coord([api.value(0), 0]);
  const [to] = api.coord([api.value(1), 0]);
  const [day] = api.size([1, 0]);
  const area = params.coordSys;
  const shape = { x: from - day / 2, y: area.y, width: to - from + day, height: area.height };
  const children = [{ type: 'rect', shape, style: { fill: pattern, opacity: 0.7 } }];
  if (shape.width > text.length * 6) {
    const style = { text, x: shape.x + 3, y: area.y + 4, font, fill: colours.ink };
    children.push({ type: 'text', style: { ...style, backgroundColor: colours.surface, padding: [1, 3] } });
  }
  return { type: 'group', children };
}

/** One day of the band: solid where all is verified, hatched where a part is, an outline where nothing is. */
function proofBand(params, api, kind, colours, partly) {
  if (kind === '') return null;
  const [middle] = api.coord([api.value(0), 0]);
  const [day] = api.size([1, 0]);
  const shape = { x: middle - day / 2, y: params.coordSys.y - 13, width: Math.max(1, day - (day > 6 ? 1 : 0)), height: 6 };
  const style = {
    verified: { fill: colours.ink },
    part: { fill: partly, stroke: colours.ink, lineWidth: 0.5 },
    none: { fill: 'none', stroke: colours['hatch-ink'], lineWidth: 0.7 },
    broken: { fill: colours.gap },
  }[kind];
  return { type: 'rect', shape, style };
}

function tip(index, data, colours) {
  const rows = data.series
    .filter((series) => series.values[index] > 0)
    .toReversed()
    .map((series) => {
      const paint =
        series.colour === 0
          ? `outline:1px dashed ${colours.c0};outline-offset:-1px`
          : `background:${classColour(colours, series.colour)}`;
      const chip = `<i style="display:inline-block;width:9px;height:9px;margin-right:6px;${paint}"></i>`;
      return `<tr><td>${chip}${escapeText(series.name)}</td><td style="text-align:right;padding-left:14px">${count(series.values[index])}</td></tr>`;
    });
  const total = data.series.reduce((sum, series) => sum + series.values[index], 0);
  const blind = data.blind.find((run) => run.from <= index && index <= run.to);
  const unseen = blind ? `<br>${escapeText(blind.text)}: use cannot be seen` : '';
  const proof = data.band[index].text ? `<br>Log files: ${escapeText(data.band[index].text)}` : '';
  return `<b>${shortDay(data.days[index])}</b>, ${count(total)} calls${unseen}${proof}<table style="margin-top:3px;font-size:12px">${rows.join('')}</table>`;
}

/** First of the month on long periods, else evenly spread days. */
function labelled(index, day, days, width) {
  const room = Math.max(2, Math.floor(width / 64));
  if (days.length <= room) return true;
  if (days.length > 62) {
    const months = Math.ceil(days.length / 30.4 / room);
    return day.endsWith('-01') && (+day.slice(5, 7) - 1) % months === 0;
  }
  return index % Math.ceil(days.length / room) === 0;
}

customElements.define('usage-days', UsageDays);
