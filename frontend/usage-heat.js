import { OutflowChart, count, tooltip } from './charts.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const clock = (hour) => `${String(hour).padStart(2, '0')}:00`;

/** Calls by hour of the week in UTC: one ink, stronger is more. */
class UsageHeat extends OutflowChart {
  heightFor(width) {
    return Math.max(286, Math.min(width * 0.48, 420));
  }

  option(data, colours, size) {
    const picked = ([hour, day]) => data.picked.includes(`${day}-${hour}`);
    // Picked cells come last, so that their border is not covered by a neighbour's.
    const cells = data.cells
      .flatMap((row, day) => row.map((calls, hour) => [hour, day, calls]))
      .sort((a, b) => picked(a) - picked(b));
    const most = Math.max(1, ...cells.map((cell) => cell[2]));
    const label = { color: colours['ink-2'], fontSize: 11 };
    return {
      grid: { left: 36, right: 4, top: 8, bottom: 48 },
      tooltip: tooltip(
        colours,
        ({ value: [hour, day, calls] }) =>
          `${DAYS[day]}, ${clock(hour)} to ${clock(hour + 1)} UTC<br><b>${count(calls)}</b> calls`,
      ),
      xAxis: {
        type: 'category',
        data: Array.from({ length: 24 }, (_, hour) => clock(hour)),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...label, interval: size.width < 520 ? 5 : 2, formatter: (text) => text.slice(0, 2) },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: DAYS,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...label, formatter: (day) => day.slice(0, 3) },
      },
      visualMap: {
        min: 0,
        max: most,
        orient: 'horizontal',
        left: 30,
        bottom: 0,
        itemWidth: 9,
        itemHeight: 110,
        text: [count(most), '0'],
        textStyle: label,
        inRange: { color: [colours.surface, colours.accent] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map((value) =>
            picked(value)
              ? { value, itemStyle: { borderColor: colours.ink, borderWidth: 2 } }
              : { value },
          ),
          itemStyle: { borderColor: colours.rule, borderWidth: 1 },
          emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 1 } },
        },
      ],
    };
  }

  clicked(event) {
    const [hour, day] = event.value;
    this.pick('hour', `${day}-${hour}`);
  }
}

customElements.define('usage-heat', UsageHeat);
