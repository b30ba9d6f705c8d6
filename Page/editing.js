// What keys do in the editor, as pure functions: from a text and a selection to a change.
//
// A change is { from, to, text, start, end }: put `text` in place of what is between `from` and `to`, then select what is
// between `start` and `end`.

const partners = { '(': ')', '[': ']', '{': '}' };
const quotes = new Set(['"', "'", '`']);
const closers = new Set(Object.values(partners));

const lineStart = (text, at) => text.lastIndexOf('\n', at - 1) + 1;

/// The indentation that a text uses: a tab, or so many blanks.
export function unitOf(text, usual = '    ') {
  const indents = text.match(/^[ \t]+(?=\S)/gm) ?? [];
  if (indents.some(indent => indent.startsWith('\t'))) return '\t';
  const least = Math.min(...indents.map(indent => indent.length));
  return Number.isFinite(least) && least >= 2 && least <= 8 ? ' '.repeat(least) : usual;
}

/// Tab: what is selected over several lines is moved to the right; else as many blanks as bring the cursor to a stop.
export function indent(text, start, end, unit) {
  if (!text.slice(start, end).includes('\n')) {
    const column = start - lineStart(text, start);
    const piece = unit === '\t' ? '\t' : ' '.repeat(unit.length - column % unit.length);
    return { from: start, to: end, text: piece, start: start + piece.length, end: start + piece.length };
  }
  return eachLine(text, start, end, line => (line ? unit + line : line));
}

/// Shift+Tab: the lines of the selection are moved to the left.
export function outdent(text, start, end, unit) {
  return eachLine(text, start, end, line => {
    if (line.startsWith('\t')) return line.slice(1);
    const blanks = /^ */.exec(line)[0].length;
    return line.slice(Math.min(blanks, unit === '\t' ? 4 : unit.length));
  });
}

function eachLine(text, start, end, change) {
  const from = lineStart(text, start);
  // A selection that ends before a line's first character does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const newline = text.indexOf('\n', last);
  const to = newline < 0 ? text.length : newline;
  const lines = text.slice(from, to).split('\n');
  const changed = lines.map(change);
  const result = changed.join('\n');
  const first = Math.max(from, start + changed[0].length - lines[0].length);
  return { from, to, text: result, start: first, end: Math.max(first, end + result.length - (to - from)) };
}

/// Enter: the next line begins where this one does, deeper after an opening bracket or colon; a closing bracket right
/// behind goes to a line of its own.
export function newline(text, start, end, unit) {
  const from = lineStart(text, start);
  const indentation = /^[ \t]*/.exec(text.slice(from, start))[0];
  const before = text.slice(from, start).trimEnd().at(-1) ?? '';
  const deeper = before in partners || before === ':' ? unit : '';
  const head = '\n' + indentation + deeper;
  const tail = before in partners && text[end] === partners[before] ? '\n' + indentation : '';
  return { from: start, to: end, text: head + tail, start: start + head.length, end: start + head.length };
}

/// A bracket or quote: an opening one brings its partner, or goes around what is selected; a closing one that is there
/// already is stepped over. Nil where the character is to be typed as it is.
export function bracket(text, start, end, character) {
  const next = text[end] ?? '', previous = text[start - 1] ?? '';
  if (start === end && next === character && (closers.has(character) || quotes.has(character))) {
    return { from: start, to: end, text: '', start: start + 1, end: end + 1 };
  }
  const partner = partners[character] ?? (quotes.has(character) ? character : null);
  if (!partner) return null;
  if (start !== end) {
    return { from: start, to: end, text: character + text.slice(start, end) + partner, start: start + 1, end: end + 1 };
  }
  // Before a word somebody means the one character; an apostrophe in a word is no quote.
  if (/[\p{L}\p{N}_]/u.test(next) || (quotes.has(character) && /[\p{L}\p{N}_'"`\\]/u.test(previous))) return null;
  return { from: start, to: end, text: character + partner, start: start + 1, end: start + 1 };
}

/// Backspace: an empty pair goes as a whole; indentation goes back to the last stop. Nil where it is an ordinary one.
export function erase(text, start, end, unit) {
  if (start !== end || start === 0) return null;
  const previous = text[start - 1], next = text[start] ?? '';
  if ((partners[previous] ?? (quotes.has(previous) ? previous : null)) === next && next) {
    return { from: start - 1, to: start + 1, text: '', start: start - 1, end: start - 1 };
  }
  const head = text.slice(lineStart(text, start), start);
  if (unit === '\t' || head.length < 2 || /[^ ]/.test(head)) return null;
  const back = (head.length - 1) % unit.length + 1;
  return { from: start - back, to: start, text: '', start: start - back, end: start - back };
}

/// A closing bracket typed into an empty line takes that line one step back. Nil where it does not.
export function close(text, start, end, character, unit) {
  if (start !== end || !closers.has(character)) return null;
  const from = lineStart(text, start), head = text.slice(from, start);
  if (!head || /\S/.test(head) || !head.endsWith(unit)) return null;
  const place = start - unit.length;
  return { from: place, to: end, text: character, start: place + 1, end: place + 1 };
}

/// The two places of brackets that belong together beside the cursor: [own, partner], [own] where there is none, or [].
export function pair(text, at) {
  for (const own of [at - 1, at]) {
    const character = text[own];
    if (!character || !(character in partners || closers.has(character))) continue;
    const step = character in partners ? 1 : -1;
    const other = step > 0 ? partners[character] : Object.keys(partners).find(one => partners[one] === character);
    let depth = 0;
    // Far away it would be of no use, and looked for at every key.
    for (let place = own; place >= 0 && place < text.length && Math.abs(place - own) < 20000; place += step) {
      if (text[place] === character) depth += 1;
      else if (text[place] === other) depth -= 1;
      if (depth === 0) return [own, place];
    }
    return [own];
  }
  return [];
}
