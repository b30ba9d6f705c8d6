// Server-sent events by `fetch`: an `EventSource` cannot send the key.
import { headers, refusal, Refusal } from './api.js';

/// Splits a stream of text into events, as the HTML standard says.
export class EventParser {
  #rest = '';
  #type = '';
  #data = [];
  /// The last id that was seen, by which reading is resumed.
  lastID = '';
  /// The time in ms after which the server wants to be asked again.
  retry = 1000;

  /// The events that are complete with this piece of text.
  push(text) {
    const events = [];
    this.#rest += text;
    // A CR at the very end may be half of a line end.
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line, events);
    return events;
  }

  #line(line, events) {
    if (line === '') {
      if (this.#data.length) events.push({ type: this.#type || 'message', data: this.#data.join('\n'), id: this.lastID });
      this.#type = '';
      this.#data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    let value = colon < 0 ? '' : line.slice(colon + 1);
    if (value.startsWith(' ')) value = value.slice(1);
    if (field === 'event') this.#type = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.lastID = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
  }
}

const pause = (time, signal) => new Promise(resolve => {
  const timer = setTimeout(resolve, time);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
});

/// The kinds of events after which none comes.
export const ends = new Set(['finished', 'dead', 'cancelled']);

/// Reads a submission's events to the end, resuming where the connection was lost.
///
/// Gives whether the last event was told: where events were removed since, none comes.
///
/// `told` is called with each event's type and data, in order and once; `trouble` with a text while there is no
/// connection, and with null when there is one again.
export async function follow(submission, told, trouble, signal) {
  const parser = new EventParser();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const more = parser.lastID ? { 'Last-Event-ID': parser.lastID } : {};
      const answer = await fetch(new URL('v1/submissions/' + encodeURIComponent(submission) + '/events', document.baseURI), {
        headers: headers({ Accept: 'text/event-stream', ...more }), signal, credentials: 'omit', cache: 'no-store',
        redirect: 'error',
      });
      if (!answer.ok) throw await refusal(answer);
      trouble(null);
      // All that there was has been told.
      if (answer.status === 204 || !answer.body) return false;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        for (const event of parser.push(value)) {
          failures = 0;
          told(event.type, JSON.parse(event.data));
          if (ends.has(event.type)) { reader.cancel(); return true; }
        }
      }
    } catch (error) {
      if (signal.aborted) return false;
      // What is refused now is refused next time, unless it is for haste or the server's own trouble.
      if (error instanceof Refusal && error.status && error.status < 500 && error.status !== 429) throw error;
      if (error instanceof SyntaxError) throw error;
      trouble('The connection was lost; trying again.');
      await pause((error.retryAfter ?? 0) * 1000, signal);
    }
    failures += 1;
    await pause(Math.min(parser.retry * 2 ** (failures - 1), 15000), signal);
  }
  return false;
}
