// Tables of what the service lists.
import { make, show } from './text.js';

/// A button in a table's row; `act` is awaited, and what it throws goes to `failed`.
export function action(text, label, act, failed) {
  const button = make('button', 'small', text);
  button.type = 'button';
  button.setAttribute('aria-label', label);
  button.onclick = async () => {
    button.disabled = true;
    try { await act(); } catch (error) { button.disabled = false; failed(error); }
  };
  return button;
}

/// Puts a table into `place`: `columns` are [title, class, value of an item], a value being a text or an element.
///
/// Who is in the table with the keyboard stays where he was.
export function fill(place, columns, items, nothing) {
  if (!items.length) {
    if (place.dataset.shown !== nothing) show(place, nothing);
    place.dataset.shown = nothing;
    return;
  }
  const held = place.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
  const body = document.createElement('tbody');
  for (const item of items) {
    const row = document.createElement('tr');
    for (const [, kind, value] of columns) {
      const content = value(item);
      row.append(content instanceof Node ? cellOf(kind, content) : make('td', kind, content ?? ''));
    }
    body.append(row);
  }
  const head = document.createElement('thead'), titles = document.createElement('tr');
  for (const [title, kind] of columns) {
    const cell = make('th', kind, title);
    cell.scope = 'col';
    titles.append(cell);
  }
  head.append(titles);
  const table = document.createElement('table');
  table.append(head, body);
  place.replaceChildren(table);
  delete place.dataset.shown;
  if (held) [...place.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === held)?.focus();
}

function cellOf(kind, content) {
  const cell = document.createElement('td');
  cell.className = kind;
  cell.append(content);
  return cell;
}
