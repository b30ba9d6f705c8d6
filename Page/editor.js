// The editor: a textarea, which every browser, keyboard and screen reader knows, with what code needs around it.
import * as editing from './editing.js';
import { make } from './text.js';

/// An editor in `place`.
export class Editor {
  #area = document.createElement('textarea');
  #gutter = make('div', 'gutter');
  #layer = make('div', 'layer');
  #told = make('p', 'editor-told faint');
  #marks = new Map();
  #lines = 0;
  #tabLeaves = false;
  /// Called when the text has changed.
  changed = () => {};

  constructor(place) {
    const area = this.#area;
    Object.assign(area, { spellcheck: false, autocomplete: 'off', autocapitalize: 'off', wrap: 'off', id: 'code' });
    area.setAttribute('autocorrect', 'off');
    area.setAttribute('aria-label', 'Source code');
    this.#told.id = 'code-told';
    area.setAttribute('aria-describedby', this.#told.id);
    this.#gutter.setAttribute('aria-hidden', 'true');
    this.#layer.setAttribute('aria-hidden', 'true');
    const sheet = make('div', 'sheet', this.#layer, area);
    place.append(make('div', 'editor', this.#gutter, sheet), this.#told);
    area.addEventListener('keydown', event => this.#key(event));
    area.addEventListener('input', () => this.#edited());
    area.addEventListener('scroll', () => this.#scrolled());
    area.addEventListener('blur', () => { this.#tabLeaves = false; this.#tell(); });
    document.addEventListener('selectionchange', () => { if (document.activeElement === area) this.#draw(); });
    this.#draw();
    this.#tell();
  }

  get text() { return this.#area.value; }
  set text(text) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo(0, 0);
    this.mark([]);
  }

  focus() { this.#area.focus(); }

  /// Marks lines: `{ line, kind, text }`, of kind `error` or `warning`.
  mark(marks) {
    this.#marks = new Map();
    for (const mark of marks) {
      if (this.#marks.get(mark.line)?.kind !== 'error') this.#marks.set(mark.line, mark);
    }
    this.#lines = 0;
    this.#draw();
  }

  /// Puts the cursor to a place, counted from 1, and shows it.
  go(line, column = 1) {
    const lines = this.text.split('\n');
    const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = Math.min(this.text.length, before + Math.min(column - 1, (lines[line - 1] ?? '').length));
    this.#area.focus();
    this.#area.setSelectionRange(at, at);
    this.#area.scrollTop = Math.max(0, (line - 4) * 20);
    this.#draw();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { value: text, selectionStart: start, selectionEnd: end } = this.#area;
    const unit = editing.unitOf(text);
    let change = null;
    if (event.key === 'Escape') {
      // A keyboard must be able to leave: after Escape, Tab goes on to the next control.
      this.#tabLeaves = true;
      this.#tell();
      return;
    }
    if (event.key === 'Tab') {
      if (this.#tabLeaves) return;
      change = event.shiftKey ? editing.outdent(text, start, end, unit) : editing.indent(text, start, end, unit);
    } else if (event.key === 'Enter') change = editing.newline(text, start, end, unit);
    else if (event.key === 'Backspace') change = editing.erase(text, start, end, unit);
    else if (event.key.length === 1) {
      change = editing.close(text, start, end, event.key, unit) ?? editing.bracket(text, start, end, event.key);
    }
    if (this.#tabLeaves && event.key !== 'Shift') { this.#tabLeaves = false; this.#tell(); }
    if (!change) return;
    event.preventDefault();
    this.#apply(change);
  }

  #apply({ from, to, text, start, end }) {
    const area = this.#area;
    if (area.value.slice(from, to) !== text) {
      area.setSelectionRange(from, to);
      // Obsolete by name, but the one way by which a change can be undone with the browser's own keys.
      const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
      if (!isDone) { area.setRangeText(text, from, to, 'end'); this.#edited(); }
    }
    area.setSelectionRange(start, end);
    this.#draw();
  }

  #edited() {
    // Marks belong to the text that was compiled.
    if (this.#marks.size) { this.#marks = new Map(); this.#lines = 0; }
    this.#draw();
    this.changed();
  }

  #scrolled() {
    this.#gutter.scrollTop = this.#area.scrollTop;
    this.#layer.scrollTop = this.#area.scrollTop;
    this.#layer.scrollLeft = this.#area.scrollLeft;
  }

  #draw() {
    const text = this.#area.value, at = this.#area.selectionStart;
    const count = text.split('\n').length, now = text.slice(0, at).split('\n').length;
    if (count !== this.#lines) {
      this.#gutter.replaceChildren(...Array.from({ length: count }, (_, index) => {
        const mark = this.#marks.get(index + 1);
        const kind = mark ? (mark.kind === 'error' ? 'wrong' : 'warned') : '';
        const line = make('div', kind, String(index + 1));
        if (mark) line.title = mark.text;
        return line;
      }));
      this.#lines = count;
    }
    this.#gutter.querySelector('.now')?.classList.remove('now');
    this.#gutter.children[now - 1]?.classList.add('now');
    this.#drawPair(text, this.#area.selectionStart === this.#area.selectionEnd ? editing.pair(text, at) : []);
    this.#scrolled();
  }

  #drawPair(text, places) {
    const sorted = [...places].sort((a, b) => a - b), parts = [];
    let done = 0;
    for (const place of sorted) {
      const mark = document.createElement('span');
      mark.className = places.length === 2 ? 'pair' : 'lone';
      mark.textContent = text[place];
      parts.push(text.slice(done, place), mark);
      done = place + 1;
    }
    // The layer scrolls as far as the text does, so it holds all of it whenever it shows anything.
    if (sorted.length) parts.push(text.slice(done) + '\n');
    this.#layer.replaceChildren(...parts);
  }

  #tell() {
    this.#told.textContent = this.#tabLeaves
      ? 'Tab now leaves the editor.'
      // Who has but a touch screen has none of these keys.
      : matchMedia('(any-pointer: fine)').matches || !matchMedia('(any-pointer: coarse)').matches
      ? 'Tab indents; Escape, then Tab leaves the editor. Ctrl+Enter runs the samples, Ctrl+Shift+Enter submits.' : '';
  }
}
