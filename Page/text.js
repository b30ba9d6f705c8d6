// Text of programs, compilers and files, made safe to look at. It only ever becomes text nodes: nothing here, nor in any
// other module, gives a string to a parser of markup.

// Controls, marks that reorder text, and characters that take no room: who reads a page must see what is there.
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uD800-\uDFFF]|[\u{E0000}-\u{E007F}]/gu;

const known = { 0: 'NUL', 7: 'BEL', 8: 'BS', 13: 'CR', 27: 'ESC', 127: 'DEL' };

/// What stands for a hidden character, as in `⟨ESC⟩` or `⟨U+202E⟩`; in letters that every font has.
export function nameOf(character) {
  const code = character.codePointAt(0);
  if (code in known) return '⟨' + known[code] + '⟩';
  return '⟨U+' + code.toString(16).toUpperCase().padStart(4, '0') + '⟩';
}

/// The pieces of a text: what can be shown as it is, and what must be shown by name.
export function pieces(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(hidden)) {
    // The end of a line of text from elsewhere; the newline behind it says enough.
    if (match[0] === '\r' && text[match.index + 1] === '\n') {
      if (match.index > at) found.push({ text: text.slice(at, match.index), unseen: false });
      at = match.index + 1;
      continue;
    }
    if (match.index > at) found.push({ text: text.slice(at, match.index), unseen: false });
    found.push({ text: nameOf(match[0]), unseen: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), unseen: false });
  return found;
}

/// Puts `text` into `element` with hidden characters made visible.
export function show(element, text) {
  element.replaceChildren(...pieces(String(text)).map(piece => {
    if (!piece.unseen) return document.createTextNode(piece.text);
    const mark = document.createElement('span');
    mark.className = 'unseen';
    mark.textContent = piece.text;
    return mark;
  }));
  // Text that is written from right to left must not reorder what stands beside it.
  element.dir = 'ltr';
  return element;
}

/// The text in one plain string, for titles and labels.
export function plain(text) {
  return pieces(String(text)).map(piece => piece.text).join('').replace(/\s+/g, ' ');
}

/// An element of that name, class and content: strings are shown as by `show`, elements are put in.
export function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (content.length === 1 && !(content[0] instanceof Node)) {
    show(element, content[0]);
  } else {
    for (const part of content) element.append(part instanceof Node ? part : show(document.createElement('span'), part));
  }
  return element;
}

/// The element with that id.
export const byID = id => document.getElementById(id);
