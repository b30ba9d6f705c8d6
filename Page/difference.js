// The first difference of a failed sample: what the program writes on it, beside what was to be written.
import { make, show } from './text.js';

/// Text of a sample's part, which may have come as bytes.
export function partText(part) {
  if (typeof part === 'string') return part;
  if (part?.base64 === undefined) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(part.base64), one => one.charCodeAt(0)));
}

/// A part of a sample to look at.
export function partBox(part) {
  const text = partText(part);
  return text ? make('pre', '', text) : make('p', 'faint', '(nothing)');
}

const words = text => [...text.matchAll(/\S+/g)];

/// Where two texts begin to differ as a checker of words sees it: a place in each, or null.
export function firstDifference(right, written) {
  const a = words(right), b = words(written);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    if (a[index]?.[0] === b[index]?.[0]) continue;
    return { right: a[index]?.index ?? right.trimEnd().length, written: b[index]?.index ?? written.trimEnd().length,
      rightLength: a[index]?.[0].length ?? 0, writtenLength: b[index]?.[0].length ?? 0 };
  }
  return null;
}

/// A text with the place of a difference marked, and of what is far before it only the end.
export function marked(text, at, length, around = 2000) {
  const from = Math.max(0, at - around), to = Math.min(text.length, at + length + around);
  const box = make('pre', 'compared', '');
  const mark = document.createElement('mark');
  // Where nothing was written there is nothing to mark, which must be seen, too.
  show(mark, length ? text.slice(at, at + length) : '⟨end⟩');
  box.append(show(document.createElement('span'), (from ? '…' : '') + text.slice(from, at)), mark,
    show(document.createElement('span'), text.slice(at + length, to) + (to < text.length ? '…' : '')));
  return box;
}

/// What is shown below a failed sample: its input and answer, and, once asked for, what the program writes.
export function differs(sample, context) {
  const place = make('details', 'sample-difference', make('summary', '', 'Show the difference'));
  let isAsked = false;
  place.addEventListener('toggle', async () => {
    if (!place.open || isAsked) return;
    isAsked = true;
    const body = make('div', '', make('p', 'faint', 'Running it on this sample…'));
    place.append(body);
    try {
      const report = await context.runOn(partText(sample.input));
      const { captured } = await import('./results.js');
      body.replaceChildren(compare(partText(sample.answer), captured(report, 'stdout'), report));
      const errors = captured(report, 'stderr');
      if (errors) body.append(make('h3', '', 'Standard error'), make('pre', 'stderr', errors));
    } catch (error) {
      isAsked = false;
      body.replaceChildren(make('p', 'trouble', error.message));
    }
  });
  return place;
}

/// Two texts side by side, their first difference marked.
export function compare(right, written, report) {
  const found = firstDifference(right, written);
  const line = found ? right.slice(0, found.right).split('\n').length : 0;
  const told = found ? 'The first difference is in line ' + line + ' of the answer.'
    : report.outcome === 'exited' ? 'Word for word the same as the sample\'s answer: the problem\'s own checker wants more.' : '';
  const box = make('div', 'difference',
    make('div', '', make('h3', '', 'To be written'), found ? marked(right, found.right, found.rightLength) : make('pre', '', right)),
    make('div', '', make('h3', '', 'Written'), found ? marked(written, found.written, found.writtenLength) : make('pre', 'stdout', written)));
  return told ? make('div', '', make('p', 'reason', told), box) : box;
}
