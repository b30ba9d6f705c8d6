// What ties the page together: its two views, and the key.
import { key } from './api.js';
import { Operate } from './operate.js';
import { Try } from './try.js';
import { trouble } from './results.js';
import { byID } from './text.js';

const views = { try: new Try(), operate: new Operate() };

function choose() {
  const chosen = location.hash === '#operate' ? 'operate' : 'try';
  for (const name of Object.keys(views)) {
    byID(name).hidden = name !== chosen;
    if (name === chosen) byID('to-' + name).setAttribute('aria-current', 'page');
    else byID('to-' + name).removeAttribute('aria-current');
  }
  document.title = chosen === 'operate' ? 'Assay: operate' : 'Assay: try';
  if (chosen === 'operate') views.operate.start();
  else views.operate.stop();
}

const dialog = byID('key-dialog');
byID('key-button').onclick = () => {
  byID('key').value = '';
  byID('key-told').textContent = key.value ? 'This tab has a key: ' + key.value.slice(0, 14) + '…' : 'This tab has no key.';
  dialog.showModal();
};
dialog.onclose = () => {
  const typed = byID('key').value.trim();
  byID('key').value = '';
  if (dialog.returnValue === 'forget') key.value = '';
  else if (dialog.returnValue === 'save' && typed) key.value = typed;
  else return;
  trouble(null);
  views.try.load();
  if (!byID('operate').hidden) views.operate.refresh();
};

addEventListener('hashchange', () => { trouble(null); choose(); byID('main').focus(); });
// Names of elements are also places to go to, so that a browser scrolls to the view: the top of the page says where one is.
addEventListener('load', () => scrollTo(0, 0));
choose();
views.try.load();
