/*
 * What every chart shares: loading ECharts, colours from the computed --of-* tokens, the hatch for what cannot be seen,
 * following theme and size, and a sentence in place of a drawing that failed.
 */

/** Relative to this module, so it holds under any context path. */
const ECHARTS = new URL('./webjars/echarts/5.5.0/echarts.esm.min.js', import.meta.url).href;

let library;
const loadLibrary = () => (library ??= import(ECHARTS));

const TOKENS = [
  'ink', 'ink-2', 'ink-3', 'rule', 'rule-strong', 'surface', 'accent', 'hatch-ink', 'gap',
  'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8',
];

/** Resolves any CSS colour (light-dark, oklch, var) to rgba text that ECharts can parse. */
function resolveColours(element) {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colours = {};
  for (const token of TOKENS) {
    probe.style.color = `var(--of-${token})`;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    colours[token] = `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
  }
  probe.remove();
  return colours;
}

/** A diagonal hatch as an ECharts pattern: the texture of what cannot be seen. */
export function hatch(colour, size = 5, width = 1.2) {
  const ratio = 2 * Math.max(1, Math.round(window.devicePixelRatio || 1));
  const tile = document.createElement('canvas');
  tile.width = tile.height = size * ratio;
  const context = tile.getContext('2d');
  context.scale(ratio, ratio);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1);
    context.lineTo(shift + size + 1, -1);
  }
  context.stroke();
  return { image: tile, repeat: 'repeat', scaleX: 1 / ratio, scaleY: 1 / ratio };
}

const GLYPHS = {
  NAMED:
    '<circle cx="8" cy="5" r="3" fill="C" stroke="none"/><path fill="C" stroke="none" d="M2.5 14c.3-3.2 2.6-5 5.5-5s5.2 1.8 5.5 5z"/>',
  CLAIMED:
    '<circle cx="8" cy="5" r="2.6"/><path d="M2.8 13.8c.3-3 2.5-4.6 5.2-4.6s4.9 1.6 5.2 4.6z" stroke-dasharray="2 2"/>',
  ROLE_ONLY: '<path d="M8 1.8 13.4 5v6L8 14.2 2.6 11V5z"/><circle cx="8" cy="8" r="1.7" fill="C" stroke="none"/>',
  SHARED_KEY: '<circle cx="4.8" cy="8" r="2.8"/><path d="M7.6 8h6.6M11.4 8v2.4M13.6 8v1.8"/>',
  SERVICE:
    '<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.5"/><rect x="5.4" y="5.4" width="5.2" height="5.2" fill="C" stroke="none"/>',
  UNKNOWN:
    '<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.5" stroke-dasharray="2.4 2.2"/><path d="M6.2 6.4c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.3-1.8 1.4-1.8 2.6M8 11v.1"/>',
};

/** Rich text styles, one per attribution grade, that put the grade's glyph before a label. */
export function gradeGlyphs(colours) {
  const image = (shape) => {
    const paint = shape.replaceAll('"C"', `"${colours['ink-2']}"`);
    return `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="26" viewBox="0 0 16 16" fill="none" stroke="${colours['ink-2']}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paint}</svg>`,
    )}`;
  };
  return Object.fromEntries(
    Object.entries(GLYPHS).map(([grade, shape]) => [
      grade,
      { width: 13, height: 13, backgroundColor: { image: image(shape) } },
    ]),
  );
}

const COUNT = new Intl.NumberFormat('en-GB');
export const count = (value) => COUNT.format(value);

/** 1,200 as 1.2k and 2,000,000 as 2M: only for axes, never for a number that somebody reads off. */
export const axisCount = (value) =>
  value >= 1e6 ? `${+(value / 1e6).toFixed(1)}M` : value >= 1e3 ? `${+(value / 1e3).toFixed(1)}k` : `${value}`;

/** A share in words: below one per cent with one decimal, as everywhere. */
export function share(part, whole) {
  if (!whole || !part) return '0 %';
  const percent = (100 * part) / whole;
  if (percent < 0.05) return '<0.1 %';
  return percent < 1 ? `${percent.toFixed(1)} %` : `${Math.round(percent)} %`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026-09-01 as 1 Sep. */
export const shortDay = (day) => `${+day.slice(8)} ${MONTHS[+day.slice(5, 7) - 1]}`;

/** Names come from log files: they must not become markup in a tooltip. */
export const escapeText = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c],
  );

/** Colour of a class by its token number; 0 is Unknown. */
export const classColour = (colours, number) => colours[`c${number}`] ?? colours.c0;

/** The look of every tooltip. */
export const tooltip = (colours, formatter) => ({
  confine: true,
  transitionDuration: 0,
  backgroundColor: colours.surface,
  borderColor: colours['rule-strong'],
  borderWidth: 1,
  padding: [6, 9],
  extraCssText: 'box-shadow:none;border-radius:3px',
  textStyle: { color: colours.ink, fontSize: 12 },
  formatter,
});

/**
 * A chart. Subclasses turn data, colours and size into an ECharts option. The element's `data` property is set from the
 * server; what is clicked leaves as a `chart-pick` event with `kind` and `value`.
 */
export class OutflowChart extends HTMLElement {
  #chart;
  #data;
  #frame;
  #resize = new ResizeObserver(() => this.#redraw());
  #attributes = new MutationObserver(() => this.#redraw());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #onScheme = () => this.#redraw();

  get data() {
    return this.#data;
  }

  set data(value) {
    this.#data = value;
    this.#redraw();
  }

  connectedCallback() {
    // The server may have set the property before this class was known.
    if (Object.hasOwn(this, 'data')) {
      const early = this.data;
      delete this.data;
      this.data = early;
    }
    this.setAttribute('role', 'img');
    this.#resize.observe(this);
    this.#attributes.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'style', 'class'],
    });
    this.#scheme.addEventListener('change', this.#onScheme);
    this.#redraw();
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    this.#attributes.disconnect();
    this.#scheme.removeEventListener('change', this.#onScheme);
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  pick(kind, value) {
    this.dispatchEvent(new CustomEvent('chart-pick', { detail: { kind, value } }));
  }

  #redraw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  async #draw() {
    const data = this.#data;
    if (!data || !this.isConnected || this.clientWidth === 0) return;
    this.setAttribute('aria-label', data.label);
    let echarts;
    try {
      echarts = await loadLibrary();
    } catch (failure) {
      console.error('ECharts could not be loaded', failure);
      this.textContent = 'The chart could not be drawn. Its table shows the same numbers.';
      return;
    }
    if (data !== this.#data || !this.isConnected) return;
    const colours = resolveColours(this);
    const size = { width: this.clientWidth, height: Math.round(this.heightFor(this.clientWidth, data)) };
    this.style.height = `${size.height}px`;
    if (this.#chart) {
      this.#chart.resize(size);
    } else {
      this.#chart = echarts.init(this, null, { renderer: 'svg', ...size });
      this.#chart.on('click', (event) => this.clicked(event));
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#chart.setOption(
      {
        animation: !still,
        animationDuration: 0,
        animationDurationUpdate: 250,
        textStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 11.5, color: colours['ink-2'] },
        ...this.option(data, colours, size),
      },
      { notMerge: true },
    );
  }
}
