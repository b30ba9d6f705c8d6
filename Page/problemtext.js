// A problem's statement beside the editor: headings, paragraphs, lists and code as such, mathematics in letters that every
// font has. Set properly it is elsewhere. Everything becomes text nodes; what is not understood is shown as it came.
import { make } from './text.js';

const drop = /\\(?:begin|end)\{[^}]*\}|\\(?:illustration|includegraphics)(?:\[[^\]]*\])?(?:\{[^}]*\})*|\\(?:noindent|centering|medskip|bigskip|smallskip|newpage)\b/g;

// A dollar sign that is meant as one, while the others mark mathematics.
const dollar = '\uE000';

// What stands for the bars around code while quotes are made of other bars.
const bar = '\uE001';

/// The statement, { format, text }, as elements; none where there is none.
export function readable(statement) {
  if (!statement) return [];
  const text = statement.text.replaceAll('\r\n', '\n').replaceAll('\\$', dollar);
  return blocks(statement.format === 'latex' ? fromLatex(text) : text.replace(/<!--[^]*?-->/g, ''));
}

/// The marks of LaTeX as those of Markdown, as far as they have any.
function fromLatex(text) {
  const fence = inner => '\n\n' + bar + '\n' + inner.replace(/^\n+|\s+$/g, '') + '\n' + bar + '\n\n';
  return text
    .replace(/\\begin\{verbatim\}([^]*?)\\end\{verbatim\}/g, (_, inner) => fence(inner))
    .replace(/(^|[^\\])%.*$/gm, '$1')
    .replace(/\\begin\{tabular\}(?:\{[^}]*\})?([^]*?)\\end\{tabular\}/g, (_, inner) => fence(table(inner)))
    .replace(/\\problemname\{([^}]*)\}/g, '')
    .replace(/\\(?:sub)*section\*?\{([^}]*)\}/g, '\n\n## $1\n\n')
    .replace(/\\item\b\s*/g, '\n- ')
    .replace(/\\end\{(?:itemize|enumerate)\}/g, '\n\n')
    .replace(drop, '')
    .replace(/\\(?:texttt|verb)\{([^{}]*)\}/g, '`$1`').replace(/\\textbf\{([^{}]*)\}/g, '**$1**')
    .replace(/\\(?:emph|textit|text)\{([^{}]*)\}/g, '$1')
    .replace(/``|''/g, '"').replace(/~/g, ' ').replace(/\\\\/g, '\n\n').replace(/\\([%&_#{}])/g, '$1').replace(/---?/g, '–');
}

function table(inner) {
  const rows = inner.replace(/\\hline/g, '').split('\\\\').map(row => row.trim()).filter(Boolean)
    .map(row => row.split('&').map(cell => mathematics(cell.replaceAll('$', '').replace(/\\[a-z]+\{([^{}]*)\}/g, '$1').trim())));
  const widths = rows.reduce((most, row) => row.map((cell, place) => Math.max(cell.length, most[place] ?? 0)), []);
  return rows.map(row => row.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join('  ').trimEnd()).join('\n');
}

/// Lines as blocks: a line that is not the first of its block goes on with the one before.
function blocks(text) {
  const found = [];
  let open = null, fenced = null;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|\uE001)/.test(line)) {
      if (fenced) { found.push({ kind: 'pre', text: fenced.join('\n') }); fenced = null; } else fenced = [];
      open = null;
    } else if (fenced) {
      fenced.push(line);
    } else if (!line.trim()) {
      open = null;
    } else {
      const head = /^#{1,6}\s+(.*?)\s*#*$/.exec(line), item = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(.*)$/.exec(line);
      if (head) { found.push({ kind: 'h3', text: head[1] }); open = null; }
      else if (item) { open = { kind: 'li', text: item[1] }; found.push(open); }
      else if (open) open.text += ' ' + line.trim();
      else { open = { kind: 'p', text: line.trim() }; found.push(open); }
    }
  }
  if (fenced) found.push({ kind: 'pre', text: fenced.join('\n') });
  const elements = [];
  for (const block of found) {
    const element = block.kind === 'pre' ? make('pre', '', block.text.replaceAll(dollar, '$')) : make(block.kind, '', ...inline(block.text));
    if (block.kind !== 'li') elements.push(element);
    else if (elements.at(-1)?.tagName === 'UL') elements.at(-1).append(element);
    else elements.push(make('ul', '', element));
  }
  return elements;
}

/// Code, what is strong and mathematics within a line.
function inline(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\$\$?([^$]+)\$\$?/g)) {
    if (match.index > at) parts.push(spoken(text.slice(at, match.index)));
    const [, code, strong, math] = match;
    if (code !== undefined) parts.push(make('code', '', code.replaceAll(dollar, '$')));
    else if (strong !== undefined) parts.push(make('strong', '', spoken(strong)));
    else parts.push(make('span', 'math', mathematics(math)));
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(spoken(text.slice(at)));
  return parts;
}

const names = { le: '≤', leq: '≤', leqslant: '≤', ge: '≥', geq: '≥', geqslant: '≥', ne: '≠', neq: '≠', cdot: '·', times: '×',
  ldots: '…', dots: '…', cdots: '…', to: '→', rightarrow: '→', in: '∈', infty: '∞', sum: '∑', pm: '±', lt: '<', gt: '>',
  lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', pi: 'π', alpha: 'α', beta: 'β', quad: ' ', log: 'log', min: 'min', max: 'max' };
const above = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '-': '⁻', '+': '⁺', n: 'ⁿ', i: 'ⁱ' };
const below = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '-': '₋', '+': '₊', i: 'ᵢ', j: 'ⱼ', n: 'ₙ' };

/// Powers and indices in small letters where all of them are there; with their sign otherwise.
function raised(letters, sign) {
  return (_, group, single) => {
    const text = group ?? single, small = [...text].map(letter => letters[letter]);
    return small.every(Boolean) ? small.join('') : sign + (text.length > 1 ? '(' + text + ')' : text);
  };
}

/// Mathematics in one line.
function mathematics(text) {
  return spoken(text.replace(/\s+/g, ' ').trim()).replace(/\^(?:\{([^{}]*)\}|([0-9a-zA-Z]))/g, raised(above, '^'))
    .replace(/_(?:\{([^{}]*)\}|([0-9a-zA-Z]))/g, raised(below, '_')).replace(/[{}]/g, '').replaceAll('-', '−');
}

/// Text without the marks of LaTeX that stand for a letter or a space.
function spoken(text) {
  return text
    .replace(/\\(?:mathit|mathrm|mathbf|text|operatorname)\{([^{}]*)\}/g, '$1')
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)')
    .replace(/\\([a-z]+)\b/g, (all, name) => names[name] ?? all)
    .replace(/\\[,;: ]/g, ' ').replace(/\\!/g, '').replace(/\\([*_`#|])/g, '$1').replaceAll(dollar, '$');
}
