// The service's /v1, as the page needs it: the only module that knows addresses and the key.

const place = 'assay-key';

/// The API key of this tab; it is gone when the tab is closed.
export const key = {
  get value() { return sessionStorage.getItem(place) ?? ''; },
  set value(text) { if (text) sessionStorage.setItem(place, text); else sessionStorage.removeItem(place); },
};

/// What the service refused, or that it could not be reached.
export class Refusal extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.detail || problem.title || 'the service answered ' + status);
    this.status = status;
    this.code = problem.code ?? '';
    this.at = problem.at;
    this.retryAfter = retryAfter;
  }
}

/// The headers of every request.
export function headers(more = {}) {
  return key.value ? { ...more, Authorization: 'Bearer ' + key.value } : more;
}

/// The refusal that an answer is.
export async function refusal(answer) {
  let problem = {};
  try { problem = await answer.json(); } catch { /* A proxy's page, perhaps: the status says enough. */ }
  return new Refusal(answer.status, problem, Number(answer.headers.get('Retry-After')) || 0);
}

async function ask(method, path, body, more) {
  let answer;
  try {
    answer = await fetch(new URL(path, document.baseURI), {
      method,
      headers: headers(body === undefined ? more : { 'Content-Type': 'application/json', ...more }),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
  } catch {
    throw new Refusal(0, { detail: 'the service cannot be reached' });
  }
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? null : answer.json();
}

const id = text => encodeURIComponent(text);
const query = values => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length ? '?' + new URLSearchParams(given) : '';
};

/// Everything that the page asks the service for.
export const service = {
  problems: values => ask('GET', 'v1/problems' + query(values ?? {})),
  problem: name => ask('GET', 'v1/problems/' + id(name)),
  languages: () => ask('GET', 'v1/languages'),
  submit: body => ask('POST', 'v1/submissions', body, { 'Idempotency-Key': crypto.randomUUID() }),
  submission: name => ask('GET', 'v1/submissions/' + id(name)),
  submissions: values => ask('GET', 'v1/submissions' + query(values)),
  cancel: name => ask('DELETE', 'v1/submissions/' + id(name)),
  retry: name => ask('POST', 'v1/submissions/' + id(name) + ':retry'),
  run: body => ask('POST', 'v1/runs', body),
  statistics: () => ask('GET', 'v1/statistics'),
  deliveries: values => ask('GET', 'v1/webhooks/deliveries' + query(values)),
  replay: name => ask('POST', 'v1/webhooks/deliveries/' + id(name) + '/replay'),
};

/// All items of a list that comes in pages, up to `most`.
export async function all(page, most = 1000) {
  const items = [];
  let after;
  do {
    const answer = await page({ limit: 100, after });
    items.push(...answer.items);
    after = answer.next ?? undefined;
  } while (after && items.length < most);
  return items;
}
