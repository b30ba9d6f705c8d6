// A small chart of lines that moves with the time: SVG of our own.

const space = 'http://www.w3.org/2000/svg';
const width = 320, height = 128, left = 44, bottom = 16, top = 8;

function drawn(name, attributes, text) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/// A round number that is not below `value`: the top of the scale.
export function ceiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= value * 0.999999) ?? 10 * power;
}

/// A chart called `title` of the series named, whose values `format` makes texts of.
export class Chart {
  #points = [];
  #span;

  constructor(place, title, series, format, span = 300) {
    this.series = series;
    this.format = format;
    this.#span = span;
    this.figure = document.createElement('figure');
    this.figure.className = 'chart';
    this.caption = document.createElement('figcaption');
    const name = document.createElement('b');
    name.textContent = title;
    this.legends = series.map((one, index) => {
      const legend = document.createElement('span');
      legend.className = 'legend c' + index;
      return legend;
    });
    this.caption.append(name, ...this.legends);
    this.svg = drawn('svg', { viewBox: '0 0 ' + width + ' ' + height, role: 'img' });
    this.title = title;
    this.figure.append(this.caption, this.svg);
    place.append(this.figure);
  }

  /// As much time as there are points for, between a minute and all that is kept.
  #reach(now) {
    return Math.min(this.#span, Math.max(60, now - (this.#points[0]?.time ?? now)));
  }

  /// Adds a point of time, in seconds, with a value (or null) for each series, and draws it all.
  add(time, values) {
    this.#points.push({ time, values });
    while (this.#points.length && this.#points[0].time < time - this.#span) this.#points.shift();
    this.#draw(time);
  }

  #draw(now) {
    const most = ceiling(Math.max(0, ...this.#points.flatMap(point => point.values.filter(value => value != null))));
    const reach = this.#reach(now);
    const x = time => left + (width - left - 4) * (1 - (now - time) / reach);
    const y = value => top + (height - top - bottom) * (1 - value / most);
    const parts = [];
    for (const part of [0, 0.5, 1]) {
      parts.push(drawn('line', { x1: left, x2: width - 4, y1: y(most * part), y2: y(most * part) }));
      parts.push(drawn('text', { x: left - 4, y: y(most * part) + 4, 'text-anchor': 'end' }, this.format(most * part)));
    }
    parts.push(drawn('text', { x: left, y: height - 3 }, '−' + Math.round(reach) + ' s'));
    parts.push(drawn('text', { x: width - 4, y: height - 3, 'text-anchor': 'end' }, 'now'));
    this.series.forEach((name, index) => {
      const points = this.#points.filter(point => point.values[index] != null);
      const last = points.at(-1)?.values[index];
      this.legends[index].textContent = name + ' ' + (last == null ? '–' : this.format(last));
      // A line needs two points; a dot says that there is one.
      const text = points.map(point => x(point.time).toFixed(1) + ',' + y(point.values[index]).toFixed(1)).join(' ');
      if (points.length > 1) parts.push(drawn('polyline', { points: text, class: 'c' + index }));
      else if (points.length === 1) {
        parts.push(drawn('circle', { cx: x(points[0].time), cy: y(last), r: 2, class: 'c' + index, fill: 'currentColor' }));
      }
    });
    this.svg.replaceChildren(...parts);
    this.svg.setAttribute('aria-label', this.title + ': ' + this.legends.map(legend => legend.textContent).join(', '));
  }
}
