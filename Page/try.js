// Try: choose, write, run on the samples, submit, and see what comes of it as it comes.
import { all, Refusal, service } from './api.js';
import { ends, follow } from './events.js';
import { bytes, seconds } from './figures.js';
import { readable } from './problemtext.js';
import { partBox, partText } from './difference.js';
import { Editor } from './editor.js';
import { Results, trouble } from './results.js';
import { byID, make, plain, show } from './text.js';

/// The view in which solutions are tried.
export class Try {
  #problem = null;
  #languages = [];
  #under = null;
  #submission = null;

  constructor() {
    this.editor = new Editor(byID('editor'));
    this.results = new Results(this.editor);
    this.editor.changed = () => sessionStorage.setItem(this.#draft, this.editor.text);
    byID('problem').onchange = () => this.#choose();
    byID('language').onchange = () => this.#chooseLanguage();
    byID('choice').onsubmit = event => event.preventDefault();
    byID('run-samples').onclick = () => this.#submit(true);
    byID('submit').onclick = () => this.#submit(false);
    byID('stop').onclick = () => this.#stop();
    byID('run-own').onclick = () => this.#runOwn();
    byID('try').addEventListener('keydown', event => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return;
      event.preventDefault();
      // Where one types an input, that is what one wants to run on.
      if (event.target === byID('own-input')) { if (!byID('run-own').disabled) this.#runOwn(); return; }
      if (!byID(event.shiftKey ? 'submit' : 'run-samples').disabled) this.#submit(!event.shiftKey);
      else if (!byID('submit').disabled) this.results.say('There are no samples here: Ctrl+Shift+Enter submits.');
    });
  }

  /// Reads what there is to choose from.
  async load() {
    try {
      const [problems, languages] = await Promise.all([all(service.problems), service.languages()]);
      this.#languages = languages.items;
      options(byID('problem'), problems.map(one => [one.name, one.title ? one.title + ' (' + one.name + ')' : one.name]),
        sessionStorage.getItem('assay-problem'));
      trouble(problems.length ? null : 'There are no problems yet: assay queue push PACKAGE brings some.');
      await this.#choose();
    } catch (error) {
      this.#failed(error);
    }
  }

  get #language() { return this.#languages.find(one => one.id === byID('language').value); }

  get #draft() { return 'assay-draft:' + byID('problem').value + ':' + byID('language').value; }

  async #choose() {
    const name = byID('problem').value;
    this.#problem = null;
    this.#enable();
    if (!name) return;
    sessionStorage.setItem('assay-problem', name);
    try {
      const problem = await service.problem(name);
      // Somebody may have chosen another meanwhile.
      if (byID('problem').value !== name) return;
      this.#problem = problem;
      this.#show(problem);
      this.#chooseLanguage();
    } catch (error) {
      this.#failed(error);
    }
  }

  #show(problem) {
    const statement = readable(problem.statement);
    byID('statement').replaceChildren(...(statement.length ? statement : ['This problem has no statement.']));
    byID('statement').scrollTo(0, 0);
    show(byID('limits'), [problem.limits.time && seconds(problem.limits.time), problem.limits.memory && bytes(problem.limits.memory),
      problem.tests && problem.tests + ' tests'].filter(Boolean).join(', '));
    const allowed = this.#languages.filter(one => !problem.languages || problem.languages.includes(one.id));
    // What no worker offers now can be chosen, and is told apart: it would wait.
    const sorted = [...allowed].sort((a, b) => (b.available - a.available) || a.name.localeCompare(b.name));
    options(byID('language'), sorted.map(one => [one.id, one.name + (one.available ? '' : ' (no worker has it)')]),
      sessionStorage.getItem('assay-language') ?? sorted.find(one => one.available && one.id === 'python3')?.id);
    byID('samples').replaceChildren(...problem.samples.map(sample => {
      const use = make('button', 'small', 'Use as own input');
      use.type = 'button';
      use.setAttribute('aria-label', 'Use ' + plain(sample.name) + ' as own input');
      use.onclick = () => { byID('own-input').value = partText(sample.input); byID('own').open = true; byID('own-input').focus(); };
      return make('div', 'sample', make('div', 'row', make('strong', '', sample.name), use), make('div', 'difference',
        make('div', '', make('h3', '', 'Input'), partBox(sample.input)),
        make('div', '', make('h3', '', 'Answer'), partBox(sample.answer))));
    }));
    if (!problem.samples.length) show(byID('samples'), 'This problem has no samples.');
    this.results.clear(this.#context(''));
    this.results.say('Nothing has been run yet.');
  }

  #chooseLanguage() {
    if (this.#language) sessionStorage.setItem('assay-language', this.#language.id);
    this.editor.text = sessionStorage.getItem(this.#draft) ?? '';
    this.#enable();
  }

  #enable() {
    const isReady = Boolean(this.#problem && this.#language && !this.#under);
    for (const id of ['submit', 'run-own']) byID(id).disabled = !isReady;
    byID('run-samples').disabled = !isReady || !this.#problem.samples.length;
    byID('problem').disabled = !byID('problem').length;
    byID('language').disabled = !this.#problem;
    byID('stop').hidden = !this.#under;
  }

  #context(source) {
    const language = this.#language, files = language ? { ['main.' + (language.extensions[0] ?? 'txt')]: source } : {};
    return {
      files: Object.keys(files),
      samples: this.#problem.samples,
      time: this.#problem.limits.time,
      memory: this.#problem.limits.memory,
      body: language && { language: language.id, files },
      runOn: input => this.#run({ language: language.id, files, stdin: input, limits: this.#limits }),
    };
  }

  /// The problem's limits, as far as a plain run may have them.
  get #limits() {
    const { time, memory } = this.#problem.limits;
    return { time: Math.min(time ?? 10, 60), memory: Math.min(memory ?? 2 ** 29, 2 ** 31) };
  }

  async #submit(samplesAlone) {
    if (!this.editor.text.trim()) { this.results.say('There is nothing to run: write a program first.'); this.editor.focus(); return; }
    const context = this.#context(this.editor.text), under = new AbortController();
    this.#under = under;
    this.#enable();
    trouble(null);
    this.results.clear(context);
    this.results.say('Sending…');
    // In one column the result is below what is seen.
    if (matchMedia('(max-width: 52rem)').matches) byID('result-title').scrollIntoView({ block: 'start' });
    try {
      const made = await service.submit({ problem: this.#problem.name, ...context.body, ...(samplesAlone ? { samples: true } : {}) });
      this.#submission = made.id;
      this.results.say('Waiting for a worker.');
      const isTold = await follow(made.id, (type, data) => this.#told(type, data), trouble, under.signal);
      if (!isTold && !under.signal.aborted) {
        const last = await service.submission(made.id);
        this.#told(last.state === 'done' ? 'finished' : last.state, last);
      }
    } catch (error) {
      if (!under.signal.aborted) { this.results.say('Not judged.'); this.#failed(error); }
    }
    if (this.#under === under) this.#under = null;
    this.#submission = null;
    this.#enable();
  }

  #told(type, data) {
    if (type === 'queued') this.results.say('Waiting for a worker.');
    else if (type === 'started') this.results.say('Compiling.');
    else if (type === 'compiled') { this.results.compiled(data.compile); if (data.compile.ok) this.results.say('Running.'); }
    else if (type === 'test') {
      this.results.test(data.index, data.total, data.test);
      this.results.sayOnTheWay('Running: ' + this.results.tally + ', ' + data.total + ' tests.');
    } else if (type === 'requeued') this.results.say('A worker was lost; waiting for another one.');
    else if (type === 'cancelling') this.results.say('Being cancelled.');
    else if (type === 'finished') this.results.finished(data.report);
    else if (type === 'dead') this.results.say('Given up: it could not be judged. This is not the fault of the program.');
    else if (type === 'cancelled') this.results.say('Cancelled.');
    if (ends.has(type)) byID('stop').hidden = true;
  }

  async #stop() {
    if (!this.#submission) return;
    try { await service.cancel(this.#submission); } catch (error) { this.#failed(error); }
  }

  async #run(body) {
    const report = await service.run(body);
    if (report.outcome) return report;
    // The wait was over before the run was: it goes on, and is asked for.
    let found;
    await follow(report.id, (type, data) => { if (type === 'finished') found = data.report; }, trouble, new AbortController().signal);
    found ??= (await service.submission(report.id)).report;
    if (!found) throw new Refusal(502, { detail: 'the run could not be judged' });
    return found;
  }

  async #runOwn() {
    if (!this.editor.text.trim()) { this.editor.focus(); return; }
    const place = byID('own-result'), button = byID('run-own');
    button.disabled = true;
    place.replaceChildren(make('p', 'faint', 'Running…'));
    trouble(null);
    try {
      Results.plainRun(place, await this.#context(this.editor.text).runOn(byID('own-input').value));
    } catch (error) {
      place.replaceChildren();
      this.#failed(error);
    }
    this.#enable();
  }

  #failed(error) {
    trouble(error.status === 401 ? 'The service wants an API key: press “API key” above.' : error.message);
  }
}

/// Fills a list of choices; `chosen` is chosen where there is such.
function options(select, values, chosen) {
  select.replaceChildren(...values.map(([value, text]) => {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = plain(text);
    return option;
  }));
  if (values.some(([value]) => value === chosen)) select.value = chosen;
  select.disabled = !values.length;
}
