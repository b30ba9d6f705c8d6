// A problem's statement as plain text. It is meant to be read here beside the editor; set properly it is elsewhere.

const drop = /\\(?:begin|end)\{[^}]*\}|\\(?:illustration|includegraphics)(?:\[[^\]]*\])?(?:\{[^}]*\})*|\\(?:noindent|centering|medskip|bigskip|smallskip|newpage)\b/g;

/// The statement, { format, text }, without the marks of its format that stand between the words.
export function readable(statement) {
  if (!statement) return '';
  const text = statement.text.replaceAll('\r\n', '\n');
  return (statement.format === 'latex' ? fromLatex(text) : text).replace(/\n{3,}/g, '\n\n').trim();
}

function fromLatex(text) {
  return text
    .replace(/(^|[^\\])%.*$/gm, '$1')
    .replace(/\\problemname\{([^}]*)\}/g, '')
    .replace(/\\(?:sub)*section\*?\{([^}]*)\}/g, '\n$1\n')
    .replace(/\\item\b\s*/g, '• ')
    .replace(drop, '')
    .replace(/\\(?:emph|textbf|textit|texttt|text|mathit|mathrm|verb)\{([^{}]*)\}/g, '$1')
    .replace(/\\(?:leq?|leqslant)\b/g, '≤').replace(/\\(?:geq?|geqslant)\b/g, '≥').replace(/\\neq?\b/g, '≠')
    .replace(/\\(?:cdot|times)\b/g, '×').replace(/\\(?:ldots|dots|cdots)\b/g, '…').replace(/\\(?:to|rightarrow)\b/g, '→')
    .replace(/\\[,;!: ]/g, ' ').replace(/~/g, ' ').replace(/``|''/g, '"').replace(/\$\$?/g, '').replace(/\\\\/g, '\n')
    .replace(/\\([%&_#{}$])/g, '$1').replace(/---?/g, '–');
}
