// Operate: how the queue and its workers are doing, and what has to be seen to.
import { key, service } from './api.js';
import { Chart } from './chart.js';
import { age, bytes, seconds } from './figures.js';
import { trouble, verdictMark } from './results.js';
import { action, fill } from './table.js';
import { byID, make, plain } from './text.js';

const interval = 2000;

/// The view in which the service is operated.
export class Operate {
  #timer = null;
  #charts = null;
  #dead = [];
  #failed = [];
  #isAsking = false;
  #hasNoWebhooks = false;

  constructor() {
    byID('state-filter').onchange = () => this.refresh();
    byID('retry-all').onclick = () => this.#each(this.#dead, one => service.retry(one.id));
    byID('replay-all').onclick = () => this.#each(this.#failed, one => service.replay(one.id));
    // A page that nobody sees asks for nothing.
    document.addEventListener('visibilitychange', () => { if (this.#timer && !document.hidden) this.refresh(); });
  }

  /// Begins to ask, again and again.
  start() {
    if (this.#timer) return;
    this.#timer = setInterval(() => { if (!document.hidden) this.refresh(); }, interval);
    this.refresh();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = null;
  }

  /// Asks once, and shows what comes.
  async refresh() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const state = byID('state-filter').value;
      const [statistics, recent, dead] = await Promise.all([service.statistics(),
        service.submissions({ limit: 25, state }), service.submissions({ limit: 25, state: 'dead' })]);
      byID('operate').classList.remove('closed');
      this.#showFigures(statistics);
      this.#showWorkers(statistics.workers);
      this.#showRecent(recent.items);
      this.#showDead(dead.items);
      await this.#showDeliveries();
      this.#say('Live; asked every ' + interval / 1000 + ' s.');
    } catch (error) {
      const wanted = error.status === 401 || error.status === 403;
      this.#say(wanted ? (key.value ? 'This key does not have the scope admin: press “API key” above to use another one.' : 'Needs a key with the scope admin: press “API key” above.')
        : 'Not live: ' + error.message);
      if (wanted) this.#empty();
    }
    this.#isAsking = false;
  }

  #say(text) {
    // What is read aloud is read once.
    if (byID('operate-state').textContent !== text) byID('operate-state').textContent = text;
  }

  #empty() {
    for (const id of ['tiles', 'charts', 'workers', 'recent', 'dead', 'deliveries']) {
      byID(id).replaceChildren();
      delete byID(id).dataset.shown;
    }
    this.#charts = null;
    byID('operate').classList.add('closed');
    byID('retry-all').disabled = byID('replay-all').disabled = true;
  }

  #showFigures(figures) {
    const slots = figures.workers.filter(one => one.state !== 'broken').reduce((sum, one) => sum + one.slots, 0);
    const busy = figures.workers.reduce((sum, one) => sum + one.running, 0);
    const latency = figures.service?.latency ?? {};
    const tiles = [['Queued', figures.queued], ['Oldest waits', age(figures.oldestAge)],
      ['Nobody takes', figures.unserved], ['Running', figures.running],
      ['Slots busy', busy + ' / ' + slots], ['Came / minute', figures.enqueuedLastMinute],
      ['Ended / minute', figures.endedLastMinute], ['Dead', figures.dead], ['Stored', bytes(figures.contentBytes)],
      ['Streams', figures.service?.streams ?? '–']];
    byID('tiles').replaceChildren(...tiles.map(([name, value]) => {
      const alarm = ((name === 'Dead' || name === 'Nobody takes') && value > 0) || (name === 'Slots busy' && slots === 0);
      return make('dl', 'tile' + (alarm ? ' alarm' : ''), make('dt', '', name), make('dd', '', String(value)));
    }));
    const whole = value => String(Math.round(value * 10) / 10);
    this.#charts ??= {
      depth: new Chart(byID('charts'), 'Queue depth', ['queued', 'running'], whole),
      age: new Chart(byID('charts'), 'Age of the oldest that waits', ['age'], seconds),
      rate: new Chart(byID('charts'), 'Submissions a minute', ['came', 'ended'], whole),
      slots: new Chart(byID('charts'), 'Slots', ['busy', 'there'], whole),
      total: new Chart(byID('charts'), 'From POST to verdict', ['p50', 'p90', 'p99'], seconds),
      queued: new Chart(byID('charts'), 'Waiting for a worker', ['p50', 'p90', 'p99'], seconds),
    };
    const now = performance.now() / 1000, percentiles = one => [one?.p50 ?? null, one?.p90 ?? null, one?.p99 ?? null];
    this.#charts.depth.add(now, [figures.queued, figures.running]);
    this.#charts.age.add(now, [figures.oldestAge]);
    this.#charts.rate.add(now, [figures.enqueuedLastMinute, figures.endedLastMinute]);
    this.#charts.slots.add(now, [busy, slots]);
    this.#charts.total.add(now, percentiles(latency.total));
    this.#charts.queued.add(now, percentiles(latency.queued));
  }

  #showWorkers(workers) {
    fill(byID('workers'), [['Worker', '', one => one.name], ['State', '', one => one.state + (one.detail ? ': ' + one.detail : '')],
      ['Slots', '', one => slotsOf(one)], ['Host', '', one => one.host + ' (' + one.process + ')'],
      ['Heard', 'number', one => since(one.heardAt)], ['Offers', 'long', one => shortened(one.labels.filter(label => !label.startsWith('version:')).map(label => label.replace(/^language:/, '')))]],
      workers, 'No worker is known: nothing is judged until one is started.');
  }

  #showRecent(items) {
    fill(byID('recent'), [['Submission', '', one => one.id], ['State', '', one => one.state],
      ['Verdict', '', one => (one.verdict ? verdictMark(one.verdict) : '')], ['Problem', '', one => one.problem ?? 'plain run'],
      ['Language', 'minor', one => one.language], ['Tenant', 'minor', one => one.tenant], ['Came', 'number', one => since(one.createdAt)],
      ['Took', 'number minor', one => between(one.createdAt, one.endedAt)],
      ['', '', one => (one.state === 'queued' || one.state === 'running'
        ? action('Cancel', 'Cancel submission ' + one.id, () => this.#act(service.cancel(one.id)), failed) : '')]],
      items, 'None.');
  }

  #showDead(items) {
    this.#dead = items;
    byID('retry-all').disabled = !items.length;
    fill(byID('dead'), [['Submission', '', one => one.id], ['Problem', '', one => one.problem ?? 'plain run'],
      ['Tenant', 'minor', one => one.tenant], ['Died', 'number', one => since(one.endedAt)],
      ['Why', 'long', one => one.deathReason ?? ''],
      ['', '', one => action('Replay', 'Replay submission ' + one.id, () => this.#act(service.retry(one.id)), failed)]],
      items, 'None: every submission came to a verdict.');
  }

  async #showDeliveries() {
    if (this.#hasNoWebhooks) return;
    let items;
    try {
      items = (await service.deliveries({ limit: 25, state: 'dead' })).items;
    } catch (error) {
      if (error.status !== 404) throw error;
      // Asked once and not again: it will have none as long as it runs.
      this.#hasNoWebhooks = true;
      fill(byID('deliveries'), [], [], 'This service has no webhooks.');
      return;
    }
    this.#failed = items;
    byID('replay-all').disabled = !items.length;
    fill(byID('deliveries'), [['Delivery', 'minor', one => one.id], ['To', 'long', one => one.host], ['About', 'minor', one => one.submission], ['Attempts', 'number', one => one.attempts],
      ['Came', 'number', one => since(one.at)], ['Why', 'long', one => one.error ?? (one.status ? 'status ' + one.status : '')],
      ['', '', one => action('Replay', 'Replay delivery ' + one.id, () => this.#act(service.replay(one.id)), failed)]],
      items, 'None: every webhook was delivered, or is being tried.');
  }

  /// What somebody has asked for is under way: an older mishap is no news any more, and its own stays to be read.
  async #act(done) {
    trouble(null);
    await done;
    await this.refresh();
  }

  async #each(items, act) {
    trouble(null);
    try {
      for (const one of items) await act(one);
    } catch (error) {
      failed(error);
    }
    await this.refresh();
  }
}

function failed(error) { trouble(error.message); }

function slotsOf(worker) {
  const box = make('span', 'slots', '');
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', worker.running + ' of ' + worker.slots + ' busy');
  box.title = worker.running + ' of ' + worker.slots + ' busy';
  for (let slot = 0; slot < Math.min(worker.slots, 64); slot += 1) {
    const mark = document.createElement('i');
    if (slot < worker.running) mark.className = 'busy';
    box.append(mark);
  }
  return box;
}

function shortened(labels) {
  const told = labels.slice(0, 6).map(plain).join(', ');
  return labels.length > 6 ? told + ' and ' + (labels.length - 6) + ' more' : told;
}

const since = moment => (moment ? age(Math.max(0, (Date.now() - Date.parse(moment)) / 1000)) + ' ago' : '');

const between = (from, to) => (from && to ? age((Date.parse(to) - Date.parse(from)) / 1000) : '');
