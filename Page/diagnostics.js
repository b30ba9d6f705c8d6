// Where a compiler says that something is wrong: of what compilers and interpreters write, the lines that name a place.

// Each gives a file (or none), a line, perhaps a column and a kind, and a text.
const forms = [
  // g++, clang, javac, swiftc, ghc, go, kotlinc, fpc with -viwn…: file:12:5: error: text
  { form: /^(?<file>[^\s:()]+?):(?<line>\d+):(?:(?<column>\d+)(?:-\d+)?:)?\s*(?:(?<kind>fatal error|error|warning|note)\b[^:]*:)?\s*(?<text>.*)$/i },
  // csc, fpc, tsc: file(12,5): error CS1002: text
  { form: /^(?<file>[^\s:()]+)\((?<line>\d+)(?:,(?<column>\d+))?\):?\s*(?<kind>fatal|error|warning|note)?:?\s*(?<text>.*)$/i },
  // python, ocaml: File "main.py", line 12
  { form: /^\s*File "(?<file>[^"]+)", lines? (?<line>\d+)(?:-\d+)?(?:, characters (?<column>\d+)-\d+)?/, later: true },
  // rustc, in the line behind the text: --> main.rs:12:5
  { form: /^\s*-->\s+(?<file>[^\s:]+):(?<line>\d+):(?<column>\d+)/, earlier: true },
  // perl, php, ruby: text at main.pl line 12, text in main.php on line 12
  { form: /^(?<text>.+?) (?:at|in) (?<file>\S+) (?:on )?line (?<line>\d+)/ },
];

/// The places that a compiler's text names, at most `most`: { file, line, column, kind, text }.
export function places(diagnostics, files, most = 50) {
  const lines = diagnostics.split('\n'), found = [];
  for (let index = 0; index < lines.length && found.length < most; index += 1) {
    // No compiler's line is that long, and the forms above are not tried on what somebody made so.
    if (lines[index].length > 2000) continue;
    const place = read(lines, index, files);
    if (place && place.kind !== 'note') found.push(place);
  }
  return found;
}

function read(lines, index, files) {
  for (const { form, later, earlier } of forms) {
    const match = form.exec(lines[index]);
    if (!match) continue;
    const { file, line, column, kind, text } = match.groups;
    const name = file.split('/').pop();
    if (files.length && !files.includes(name)) continue;
    let told = text ?? '';
    let what = kind;
    if (later) {
      // The error itself stands some lines below, at the left margin.
      const below = lines.slice(index + 1, index + 8).find(one => /^\S/.test(one));
      told = below ?? '';
    } else if (earlier) {
      const above = /^(error|warning|note)[^:]*:\s*(.*)$/.exec(lines[index - 1] ?? '');
      told = above?.[2] ?? '';
      what = above?.[1];
    }
    if (/^(error|fatal)/i.test(what ?? '')) what = 'error';
    else if (/^(warning|note)/i.test(what ?? '')) what = what.toLowerCase();
    else what = /^\s*warning/i.test(told) ? 'warning' : 'error';
    return { file: name, line: Number(line), column: Number(column ?? 1), kind: what, text: told.trim() };
  }
  return null;
}
