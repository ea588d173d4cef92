import { OutflowChart, classColour, count, escapeText, gradeGlyphs, hatch, share, tooltip } from './charts.js';

/*
 * Caller -> model -> data class. Bands keep the colour of their class all the way. The three columns keep the order in
 * which the server gives them (size, size, rank) instead of ECharts' own relaxation, so a colleague sees the same picture.
 */

const GAP = 7;
const KINDS = ['caller', 'model', 'class'];

/** Top and height of every node of one column, spread over the whole height. */
function column(nodes, scale, height) {
  const used = nodes.reduce((sum, node) => sum + node.calls, 0) * scale;
  const gap = nodes.length > 1 ? Math.min((height - used) / (nodes.length - 1), 48) : 0;
  let y = (height - used - gap * (nodes.length - 1)) / 2;
  return nodes.map((node) => {
    const place = { top: y, height: node.calls * scale };
    y += place.height + gap;
    return place;
  });
}

/** Centres of labels, moved apart until they no longer overlap and still within the height. */
function labelCentres(places, line, height) {
  const centres = places.map((place) => place.top + place.height / 2);
  for (let i = 0; i < centres.length; i++) {
    centres[i] = Math.max(centres[i], i === 0 ? line / 2 - 4 : centres[i - 1] + line);
  }
  for (let i = centres.length - 1; i >= 0; i--) {
    centres[i] = Math.min(centres[i], i === centres.length - 1 ? height + 12 - line / 2 : centres[i + 1] - line);
  }
  return centres;
}

class UsageFlow extends OutflowChart {
  heightFor(width, data) {
    const rows = Math.max(data.callers.length, data.models.length * 2, data.classes.length, 4);
    return Math.max(286, rows * 20 + 20, Math.min(width * 0.24, 420));
  }

  option(data, colours, size) {
    const narrow = size.width < 560;
    const left = narrow ? 108 : size.width < 1000 ? 164 : 214;
    const right = narrow ? 96 : 146;
    const top = 4;
    const bottom = 14;
    const height = size.height - top - bottom;
    const columns = [data.callers, data.models, data.classes];
    const most = Math.max(...columns.map((nodes) => nodes.length));
    const scale = (height - (most - 1) * GAP) / data.calls;
    const unknown = hatch(colours.c0, 4, 1.6);
    const classes = new Map(data.classes.map((c) => [c.id, c]));
    const fill = (c) => (c.colour === 0 ? unknown : classColour(colours, c.colour));
    const band = (link) => {
      const c = classes.get(link.dataClass);
      return { color: fill(c), opacity: c.colour === 0 ? 0.75 : 0.5, curveness: 0.5 };
    };

    const nodes = [];
    const centres = [];
    columns.forEach((list, depth) => {
      const places = column(list, scale, height);
      const labels = labelCentres(places, depth === 1 ? 27 : 15, height);
      list.forEach((node, i) => {
        const name = `${depth}|${node.id}`;
        const isUnknown = depth === 2 && node.colour === 0;
        centres.push(top + labels[i]);
        nodes.push({
          name,
          depth,
          value: node.calls,
          localY: places[i].top / height,
          itemStyle: {
            color: depth === 2 ? fill(node) : colours['ink-2'],
            borderColor: isUnknown ? colours.c0 : 'transparent',
            borderWidth: isUnknown ? 1 : 0,
          },
          label: nodeLabel(node, depth, data.calls, size.width),
        });
      });
    });

    return {
      tooltip: tooltip(colours, (event) => tip(event, data, classes)),
      series: [
        {
          type: 'sankey',
          // Sankey draws itself from the left unless its own series says not to; with a duration of 0 it stays cut at its bands.
          animation: false,
          left,
          right,
          top,
          bottom,
          nodeWidth: 9,
          nodeGap: GAP,
          layoutIterations: 0,
          draggable: false,
          nodes,
          links: [
            ...data.links.map((link) => ({
              source: `0|${link.caller}`,
              target: `1|${link.model}`,
              value: link.calls,
              link,
              lineStyle: band(link),
            })),
            ...merged(data.links).map((link) => ({
              source: `1|${link.model}`,
              target: `2|${link.dataClass}`,
              value: link.calls,
              link,
              lineStyle: band(link),
            })),
          ],
          emphasis: { focus: 'trajectory', lineStyle: { opacity: 0.8 } },
          blur: { itemStyle: { opacity: 0.5 }, lineStyle: { opacity: 0.12 }, label: { opacity: 0.6 } },
          label: { color: colours.ink, fontSize: 11.5, rich: rich(colours) },
          labelLayout: ({ dataIndex, dataType }) => {
            if (dataType === 'edge' || dataIndex === undefined) return {};
            const place = { y: centres[dataIndex], verticalAlign: 'middle' };
            const { depth } = nodes[dataIndex];
            if (depth === 0) return { ...place, x: 2, align: 'left' };
            return depth === 2 ? { ...place, x: size.width - right + 6, align: 'left' } : place;
          },
        },
      ],
    };
  }

  clicked(event) {
    if (event.dataType === 'edge') {
      const { caller, model, dataClass } = event.data.link;
      this.pick('path', JSON.stringify([caller ?? null, model, dataClass]));
    } else if (event.dataType === 'node') {
      this.pick(KINDS[event.name[0]], event.name.slice(2));
    }
  }
}

function nodeLabel(node, depth, total, width) {
  const narrow = width < 560;
  if (depth === 1) {
    const name = plain(narrow ? shorten(node.name.replace(/^Claude /, ''), 12) : shorten(node.name, 34));
    return { position: 'right', distance: 6, formatter: `{model|${name}}\n{quiet|${count(node.calls)}}` };
  }
  if (depth === 0) {
    const glyph = node.grade ? `{${node.grade}|}  ` : '';
    return { position: 'left', formatter: `${glyph}{name|${plain(shorten(node.name, narrow ? 12 : width < 1000 ? 21 : 30))}}` };
  }
  const name = plain(shorten(node.name, narrow ? 16 : 18));
  const formatter = narrow ? `{name|${name}}` : `{className|${name}}{share|${share(node.calls, total)}}`;
  return { position: 'right', formatter };
}

function rich(colours) {
  const halo = { textBorderColor: colours.surface, textBorderWidth: 3 };
  return {
    ...gradeGlyphs(colours),
    name: { color: colours.ink, fontSize: 11.5 },
    model: { color: colours.ink, fontSize: 11.5, fontWeight: 500, lineHeight: 13, ...halo },
    quiet: { color: colours['ink-2'], fontSize: 11, lineHeight: 13, ...halo },
    className: { color: colours.ink, fontSize: 11.5, width: 94 },
    share: { color: colours['ink-2'], fontSize: 11, align: 'right', width: 38 },
  };
}

function tip(event, data, classes) {
  const name = (list, id) => escapeText(list.find((node) => node.id === id)?.name ?? id);
  if (event.dataType === 'edge') {
    const { caller, model, dataClass, calls } = event.data.link;
    const way = [
      ...(caller === undefined ? [] : [name(data.callers, caller)]),
      name(data.models, model),
      escapeText(classes.get(dataClass).name),
    ];
    return `${way.join(', ')}<br><b>${count(calls)}</b> calls, ${share(calls, data.calls)}`;
  }
  const list = [data.callers, data.models, data.classes][event.name[0]];
  return `${name(list, event.name.slice(2))}<br><b>${count(event.value)}</b> calls, ${share(event.value, data.calls)}`;
}

const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** ECharts reads braces and bars in rich text as markup. */
const plain = (text) => text.replace(/[{}|]/g, ' ');

/** Links of all callers between the same model and class as one. */
function merged(links) {
  const sums = new Map();
  for (const { model, dataClass, calls } of links) {
    const key = JSON.stringify([model, dataClass]);
    const sum = sums.get(key) ?? { model, dataClass, calls: 0 };
    sum.calls += calls;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

customElements.define('usage-flow', UsageFlow);
