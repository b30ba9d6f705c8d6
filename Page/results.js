// What came of a submission, as it comes: the tests one by one, what the compiler said, the end.
import { bytes, reasonText, seconds, verdictNames } from './figures.js';
import { places } from './diagnostics.js';
import { differs } from './difference.js';
import { byID, make, plain, show } from './text.js';

/// A verdict's mark, with its name for who does not know the code.
export function verdictMark(code) {
  const known = code in verdictNames;
  const mark = make('abbr', 'verdict' + (known ? ' ' + code : ''), code ?? '–');
  mark.title = known ? verdictNames[code] : 'not judged yet';
  return mark;
}

/// A figure with a bar of its part of the most there may be.
function figure(label, text, value, most) {
  const part = most > 0 ? Math.min(100, 100 * value / most) : 0;
  const bar = make('span', 'part' + (part > 80 ? ' much' : ''), '');
  bar.style.setProperty('--part', part.toFixed(1));
  const track = make('span', 'track', bar);
  track.setAttribute('aria-hidden', 'true');
  const told = make('span', 'figure', make('span', '', text), track);
  told.setAttribute('aria-label', label + ' ' + text);
  told.setAttribute('role', 'img');
  told.title = label;
  return told;
}

/// The part of the page in which a submission's result grows.
export class Results {
  #list = null;
  #progress = null;
  #shown = new Set();
  #passed = 0;

  /// Results whose errors are marked by `editor`.
  constructor(editor) { this.editor = editor; }

  /// Begins anew.
  clear(context) {
    this.context = context;
    this.#list = null;
    this.#progress = null;
    this.#shown.clear();
    this.#passed = 0;
    byID('compile').replaceChildren();
    byID('verdicts').replaceChildren();
    this.editor.mark([]);
  }

  /// One line that is also read aloud.
  say(...parts) {
    byID('state').setAttribute('aria-busy', 'false');
    this.#show(parts);
  }

  /// One line that is soon another one: who listens is told the last.
  sayOnTheWay(...parts) {
    byID('state').setAttribute('aria-busy', 'true');
    this.#show(parts);
  }

  #show(parts) {
    byID('state').replaceChildren(...parts.map(part => (part instanceof Node ? part : document.createTextNode(plain(part) + ' '))));
  }

  /// What came of compiling.
  compiled(compile) {
    const box = byID('compile');
    box.replaceChildren();
    if (!compile?.diagnostics) return;
    const found = places(compile.diagnostics, this.context.files);
    this.editor.mark(found);
    const list = make('ul', 'diagnostics');
    for (const place of found) {
      const button = make('button', 'small', make('span', 'kind ' + place.kind, 'Line ' + place.line + ': '), place.text || place.kind);
      button.type = 'button';
      button.onclick = () => this.editor.go(place.line, place.column);
      list.append(make('li', '', button));
    }
    const all = make('details', '', make('summary', '', compile.ok ? 'What the compiler says' : 'All that the compiler says'));
    all.open = !compile.ok;
    all.append(make('pre', 'diagnosis', compile.diagnostics + (compile.truncated ? '\n… (cut here)' : '')));
    box.append(list, all);
  }

  /// A test that was judged.
  test(index, total, test) {
    if (this.#shown.has(index)) return;
    this.#shown.add(index);
    if (!this.#list) {
      this.#progress = make('progress', 'progress', '');
      this.#progress.setAttribute('aria-label', 'Tests judged');
      this.#list = make('ol', 'tests', '');
      byID('verdicts').replaceChildren(this.#progress, this.#list);
    }
    this.#progress.max = total;
    this.#progress.value = this.#shown.size;
    if (test.verdict === 'AC') this.#passed += 1;
    this.#list.append(this.#row(test));
  }

  /// How far it has come.
  get tally() { return this.#passed + ' of ' + this.#shown.size + ' accepted'; }

  #row(test) {
    const line = make('div', 'test', verdictMark(test.verdict), make('span', 'name', test.name));
    if (test.cpuTime != null) {
      line.append(
        figure('CPU time', seconds(test.cpuTime), test.cpuTime, this.context.time),
        figure('memory', bytes(test.peakMemory), test.peakMemory, this.context.memory));
    }
    const row = make('li', '', line);
    row.dataset.verdict = test.verdict;
    const why = [test.verdict === 'AC' ? '' : reasonText(test.reason), test.score == null ? '' : 'score ' + test.score,
      test.runs > 1 ? 'run ' + test.runs + ' times' : ''].filter(Boolean).join(', ');
    if (why) row.append(make('div', 'reason', why));
    const sample = this.context.samples.find(one => one.name === test.name);
    if (test.message || test.judgeMessage) row.append(make('pre', 'message', [test.message, test.judgeMessage].filter(Boolean).join('\n')));
    if (test.verdict !== 'AC' && test.verdict !== 'SK' && sample) row.append(differs(sample, this.context));
    return row;
  }

  /// One line for all tests that were not run, where there are many.
  #gatherSkipped() {
    const rows = [...(this.#list?.querySelectorAll(':scope > li[data-verdict=SK]') ?? [])];
    if (rows.length < 4) return;
    const line = make('div', 'test', verdictMark('SK'), make('span', 'name', rows.length + ' tests were not run: the verdict was certain before'));
    const row = make('li', '', line);
    row.dataset.verdict = 'SK';
    rows[0].replaceWith(row);
    for (const one of rows.slice(1)) one.remove();
  }

  /// The end, with a report.
  finished(report) {
    this.compiled(report.compile);
    report.tests.forEach((test, index) => this.test(index, report.tests.length, test));
    this.#gatherSkipped();
    this.#progress?.remove();
    const score = report.score == null ? '' : ' score ' + report.score + (report.maxScore == null ? '' : ' of ' + report.maxScore);
    const name = verdictNames[report.verdict] ?? report.verdict;
    const why = report.verdict === 'AC' ? '' : reasonText(report.reason);
    const last = report.verdict === 'CE' ? '' : ' ' + this.tally + '.';
    this.say(verdictMark(report.verdict), ' ' + name[0].toUpperCase() + name.slice(1) + (why ? ' (' + why + ')' : '') + '.' + last + score);
    const total = report.timing?.total;
    if (report.tests.some(test => test.cpuTime != null)) {
      byID('verdicts').append(make('p', 'faint', 'Most CPU time ' + seconds(report.cpuTime) + ', most memory ' + bytes(report.peakMemory)
        + (total ? ', ' + seconds(total) + ' in all' : '') + '.'));
    }
  }

  /// What a plain run wrote, shown in `place`.
  static plainRun(place, report) {
    place.replaceChildren();
    const names = { exited: 'exit code ' + report.exitCode, signaled: 'ended by ' + (reasonText(report.reason) || 'a signal'),
      timeLimit: 'CPU time limit', wallLimit: 'limit on the clock', memoryLimit: 'memory limit', outputLimit: 'output limit',
      compileError: 'compile error' };
    const figures = report.cpuTime == null ? '' : ', ' + seconds(report.cpuTime) + ', ' + bytes(report.peakMemory);
    place.append(make('p', 'state', (names[report.outcome] ?? report.outcome) + figures));
    for (const [name, title] of [['stdout', 'Standard output'], ['stderr', 'Standard error']]) {
      const text = captured(report, name);
      if (text) place.append(make('h3', '', title), make('pre', name, text + (report[name + 'Truncated'] ? '\n… (cut here)' : '')));
    }
    if (report.compile?.diagnostics) place.append(make('h3', '', 'Compiler'), make('pre', 'diagnosis', report.compile.diagnostics));
  }
}

/// A stream of a plain run; bytes that are no UTF-8 are shown as what they would be with the wrong ones replaced.
export function captured(report, name) {
  const packed = report[name + 'Base64'];
  if (!packed) return report[name] ?? '';
  return new TextDecoder().decode(Uint8Array.from(atob(packed), one => one.charCodeAt(0)));
}

/// A line of what went wrong on the way, at the top of the page; null takes it away.
export function trouble(text) {
  byID('trouble').hidden = !text;
  show(byID('trouble'), text ? text[0].toUpperCase() + text.slice(1) : '');
}
