import { axisCount, count, escapeText, shortDay } from './charts.js';

/*
 * What must be compared in time, on one axis: calls a day stacked by class, agreements, changes of settings, and what proves
 * the log files. Drawn as plain SVG whose colours are tokens, so it follows theme and print by itself. Times come as days
 * since the first day, fractions included. What is clicked leaves as a `chart-pick` event.
 */
const TOP = 20;
const CHART = 92;
const BAND = 20;
const NARROW = 700;
/** On paper it is drawn for this width and scaled to the sheet, however wide the window is. */
const PAPER = 800;

class TimeAxis extends HTMLElement {
  #data;
  #drawnFor = 0;
  #resize = new ResizeObserver(() => this.#draw());

  get data() {
    return this.#data;
  }

  set data(value) {
    this.#data = value;
    this.#drawnFor = 0;
    this.#draw();
  }

  connectedCallback() {
    // The server may have set the property before this class was known.
    if (Object.hasOwn(this, 'data')) {
      const early = this.data;
      delete this.data;
      this.data = early;
    }
    this.#resize.observe(this);
    this.addEventListener('click', this.#clicked);
    addEventListener('beforeprint', this.#forPaper);
    addEventListener('afterprint', this.#forScreen);
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    this.removeEventListener('click', this.#clicked);
    removeEventListener('beforeprint', this.#forPaper);
    removeEventListener('afterprint', this.#forScreen);
  }

  #clicked = (event) => {
    const day = event.target.closest?.('[data-day]')?.dataset.day;
    if (day) this.dispatchEvent(new CustomEvent('chart-pick', { detail: { kind: 'day', value: day } }));
  };

  #forPaper = () => {
    if (this.#data) this.innerHTML = drawing(this.#data, PAPER);
  };

  #forScreen = () => {
    this.#drawnFor = 0;
    this.#draw();
  };

  #draw() {
    const width = this.clientWidth;
    if (!this.#data || !this.isConnected || width === 0 || width === this.#drawnFor) return;
    this.#drawnFor = width;
    this.innerHTML = drawing(this.#data, width);
  }
}

const round = (number) => Math.round(number * 10) / 10;

/** Text that cannot be measured before it is drawn: 11 px of the app's face are at most this wide a letter. */
const wide = (text) => text.length * 5.9;

function drawing(data, width) {
  const narrow = width <= NARROW;
  const left = narrow ? 34 : 166;
  const right = narrow ? 4 : 16;
  const days = data.days.length;
  const x = (day) => round(left + (Math.max(0, Math.min(days, day)) / days) * (width - left - right));
  const parts = [];
  const base = TOP + CHART;
  const bands = data.bands.map((band, index) => ({ ...band, y: base + 30 + index * (narrow ? 34 : BAND) + (narrow ? 14 : 0) }));
  const afterBands = base + 26 + data.bands.length * (narrow ? 34 : BAND) + 8;
  const changes = changeRows(data.changes, x, width - right, narrow);
  const rows = changes.reduce((most, one) => Math.max(most, one.row + 1), 0);
  const changesTop = afterBands + (narrow && rows > 0 ? 14 : 0);
  const proofTop = changesTop + rows * 18 + (rows > 0 ? 6 : 0);
  const height = proofTop + (data.proofs.length > 0 ? 22 : 2) + (narrow ? 14 : 0);

  parts.push(scale(data, left, width - right, base));
  parts.push(washes(data, x, base, height));
  parts.push(blinds(data, x, base));
  parts.push(bars(data, x, base));
  parts.push(dayLabels(data, x, base, width - left - right));
  if (!narrow && data.title) parts.push(`<text class="ink md" x="0" y="${TOP + 8}">${escapeText(data.title)}</text>`);
  for (const band of bands) parts.push(bandRow(band, x, narrow));
  if (rows > 0) parts.push(changeRow(changes, changesTop, narrow));
  if (data.proofs.length > 0) parts.push(proofRow(data, x, proofTop, narrow));
  if (data.today >= 0) parts.push(todayLine(data, x, height, width - right));
  return `<svg class="ch" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${PATTERNS}${parts.join('')}</svg>`;
}

const PATTERNS = `<defs>
<pattern id="hb" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.2" height="5" style="fill:var(--of-hatch-ink)"/></pattern>
<pattern id="hu" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.8" height="4" style="fill:var(--of-c0)"/></pattern>
<pattern id="hg" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="1.3" height="5" style="fill:var(--of-gap)"/></pattern></defs>`;

const total = (data, day) => data.series.reduce((sum, one) => sum + (one.values[day] ?? 0), 0);

function most(data) {
  const largest = Math.max(1, ...data.days.map((_, day) => total(data, day)));
  const step = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 3, 5, 10].map((times) => times * step).find((top) => top >= largest);
}

function scale(data, left, right, base) {
  const top = most(data);
  const lines = top < 2 ? [0, 1] : [0, 0.5, 1];
  return lines
    .map((part) => {
      const y = round(base - part * CHART);
      return `<line class="${part === 0 ? 'base' : 'grid'}" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>
<text class="sm" text-anchor="end" x="${left - 6}" y="${y + 4}">${axisCount(top * part)}</text>`;
    })
    .join('');
}

function washes(data, x, base, height) {
  return data.washes
    .map((one) => `<rect class="lapsecol" x="${x(one.from)}" y="${TOP - 10}" width="${Math.max(1.5, x(one.to) - x(one.from))}" height="${height - TOP + 8}"/>`)
    .join('');
}

function blinds(data, x, base) {
  return data.blind
    .map((one) => {
      const from = x(one.from);
      const size = x(one.to) - from;
      const words = size > wide(one.text) + 8 ? `<text class="sm halo" x="${from + 4}" y="${TOP + 8}">${escapeText(one.text)}</text>` : '';
      return `<g><title>${escapeText(one.text)}</title><rect class="blind" x="${from}" y="${TOP}" width="${size}" height="${base - TOP}"/>${words}</g>`;
    })
    .join('');
}

function bars(data, x, base) {
  const top = most(data);
  const day = x(1) - x(0);
  const size = Math.max(1, day * (day > 12 ? 0.8 : day > 4 ? 0.86 : 1));
  return data.days
    .map((name, index) => {
      let y = base;
      const stack = data.series
        .filter((one) => (one.values[index] ?? 0) > 0)
        .map((one) => {
          const high = Math.max(0.6, (one.values[index] / top) * CHART);
          y -= high;
          const paint = one.colour < 0 ? 'style="fill:var(--of-ink-2)"' : one.colour === 0 ? 'fill="url(#hu)"' : `style="fill:var(--of-c${one.colour})"`;
          return `<rect x="${x(index)}" y="${round(y)}" width="${round(size)}" height="${round(high)}" ${paint}/>`;
        });
      if (stack.length === 0) return '';
      const inside = data.washes.length === 0 || data.washes.some((one) => one.to > index && one.from < index + 1);
      const words = data.series
        .filter((one) => (one.values[index] ?? 0) > 0)
        .map((one) => `${one.name} ${count(one.values[index])}`)
        .join(', ');
      return `<g data-day="${name}" class="day"${inside ? '' : ' opacity=".38"'}><title>${shortDay(name)}: ${count(total(data, index))} calls. ${escapeText(words)}</title>${stack.join('')}</g>`;
    })
    .join('');
}

function dayLabels(data, x, base, room) {
  const fit = Math.max(2, Math.floor(room / 62));
  const every = Math.ceil(data.days.length / fit);
  return data.days
    .map((day, index) => {
      const shown = data.days.length > 62 ? day.endsWith('-01') : index % every === 0;
      return shown ? `<text class="sm" x="${x(index)}" y="${base + 15}">${shortDay(day)}</text>` : '';
    })
    .join('');
}

function bandRow(band, x, narrow) {
  const name = narrow
    ? `<text class="sm ink" x="0" y="${band.y - 3}">${escapeText(band.name)}</text>`
    : `<text x="0" y="${band.y + 9}"><title>${escapeText(band.name)}</title>${escapeText(band.name.length > 25 ? `${band.name.slice(0, 24)}…` : band.name)}</text>`;
  const spans = band.spans.map((one) => {
    const from = x(one.from);
    const size = Math.max(1.5, x(one.to) - from);
    const kind = { IN_FORCE: 'ag', CLAIMED: 'agc', LAPSED: 'lapse' }[one.kind];
    const room = size > wide(one.text) + 10;
    const box = room && one.kind === 'LAPSED' ? `<rect x="${from + size / 2 - wide(one.text) / 2 - 3}" y="${band.y + 1}" width="${wide(one.text) + 6}" height="10" style="fill:var(--of-surface)"/>` : '';
    const words = !room
      ? ''
      : one.kind === 'LAPSED'
        ? `<text class="bl gapc b" text-anchor="middle" x="${from + size / 2}" y="${band.y + 9.5}">${escapeText(one.text)}</text>`
        : `<text class="bl ink" x="${from + 5}" y="${band.y + 9.5}">${escapeText(one.text)}</text>`;
    return `<g><title>${escapeText(`${band.name}: ${one.text}`)}</title><rect class="${kind}" x="${from}" y="${band.y}" width="${size}" height="12"/>${box}${words}</g>`;
  });
  return name + spans.join('');
}

/** Puts each change into the first of two rows where its words do not meet those before; else its sign stands in a third. */
function changeRows(changes, x, end, narrow) {
  const taken = [-Infinity, -Infinity];
  return changes.map((change) => {
    const at = x(change.at);
    const long = narrow ? 16 : wide(change.text) + 26;
    const turned = at + long > end;
    const from = turned ? at - long + 8 : at - 8;
    const row = taken.findIndex((until) => until < from);
    if (row < 0) return { ...change, x: at, row: 2, words: false, turned };
    taken[row] = from + long;
    return { ...change, x: at, row, words: !narrow, turned };
  });
}

function changeRow(changes, top, narrow) {
  const label = narrow
    ? `<text class="sm ink" x="0" y="${top - 3}">Changes of settings</text>`
    : `<text x="0" y="${top + 12}">Changes of settings</text>`;
  return (
    label +
    changes
      .map((one) => {
        const y = top + one.row * 18;
        const words = one.words
          ? `<text class="sm halo" ${one.turned ? `text-anchor="end" x="${one.x - 10}"` : `x="${one.x + 10}"`} y="${y + 12}">${escapeText(one.text)}</text>`
          : '';
        return `<g class="ev"><title>${escapeText(one.text)}</title><svg class="i" x="${one.x - 7}" y="${y + 1}" width="14" height="14"><use href="icons.svg#${one.symbol.replace(/[^a-z-]/g, '')}"/></svg>${words}</g>`;
      })
      .join('')
  );
}

function proofRow(data, x, top, narrow) {
  const y = top + (narrow ? 14 : 0);
  const label = narrow
    ? `<text class="sm ink" x="0" y="${y - 3}">Log files verified</text>`
    : `<text x="0" y="${y + 11}">Log files verified</text>`;
  const day = x(1) - x(0);
  const size = round(Math.max(1, day - (day > 6 ? 1 : 0)));
  return (
    label +
    data.proofs
      .map((one, index) => {
        if (one.kind === '') return '';
        const paint = {
          verified: 'class="ver"',
          part: 'fill="url(#hb)" style="stroke:var(--of-ink-2)" stroke-width=".6"',
          none: 'class="nod" stroke-opacity=".6"',
          broken: 'style="fill:var(--of-gap)"',
        }[one.kind];
        return `<rect ${paint} x="${x(index)}" y="${y + 3}" width="${size}" height="9"><title>${shortDay(data.days[index])}: ${escapeText(one.text)}</title></rect>`;
      })
      .join('')
  );
}

function todayLine(data, x, height, end) {
  const at = x(data.today);
  const turned = at + 90 > end;
  return `<line class="today" x1="${at}" x2="${at}" y1="6" y2="${height}"/><text class="sm ink b halo" ${turned ? `text-anchor="end" x="${at - 5}"` : `x="${at + 5}"`} y="14">today</text>`;
}

customElements.define('time-axis', TimeAxis);
