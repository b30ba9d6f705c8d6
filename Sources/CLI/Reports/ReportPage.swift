/// The page around a batch's results.
enum ReportPage {
    /// Everything before the data.
    static let head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>assay grade</title>
        <style>
        /* As on the page of the service: each pair of text and ground has a contrast of 4.5 to 1 at least. */
        :root { color-scheme: light dark; --ink: #1c2024; --faint: #565c62; --line: #d0d5da; --edge: #868d94; --page: #fff;
          --bar: #f4f6f8; --mark: #0b5cad; --AC: #1f7a48; --WA: #b92f2f; --TLE: #9a5a00; --MLE: #7a3fb0; --OLE: #7d5600;
          --RTE: #9a2870; --CE: #2f61a8; --JE: #000; --SK: #5c636a; --skipped: #c8ccd0; --on-verdict: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --faint: #a3abb3; --line: #3a4046; --edge: #7d858d;
          --page: #16191c; --bar: #1f2327; --mark: #8ab8f0; --AC: #4fb57f; --WA: #f07f7f; --TLE: #f0a93a; --MLE: #bd98e6;
          --OLE: #cfa64a; --RTE: #e88cc2; --CE: #84aeea; --JE: #fff; --SK: #98a0a8; --skipped: #454b52; --on-verdict: #111; } }
        :focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
        body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--page); }
        header { padding: .8rem 1rem; background: var(--bar); border-bottom: 1px solid var(--line); }
        h1 { font-size: 1.1rem; margin: 0 0 .4rem; }
        #tally span { display: inline-block; margin-right: .9rem; white-space: nowrap; }
        form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .6rem; }
        select, input, button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--edge);
          border-radius: 4px; padding: .25rem .5rem; max-width: 100%; }
        input[type=search] { flex: 1 1 10rem; min-width: 8rem; }
        main { overflow-x: auto; padding-bottom: 5rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th { position: sticky; top: 0; background: var(--bar); z-index: 1; }
        th button { border: 0; background: none; padding: 0; font-weight: 600; cursor: pointer; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        td.id { max-width: 22rem; overflow: hidden; text-overflow: ellipsis; }
        .verdict { display: inline-block; min-width: 2.6rem; text-align: center; border-radius: 3px;
          color: var(--on-verdict); padding: 0 .3rem; font-weight: 600; }
        .odd { outline: 2px solid var(--WA); outline-offset: 1px; }
        canvas { display: block; height: 18px; cursor: crosshair; }
        #told { position: fixed; left: 0; right: 0; bottom: 0; background: var(--bar); border-top: 1px solid var(--line);
          padding: .5rem 1rem; min-height: 1.5rem; overflow-wrap: anywhere; }
        @media (min-width: 64rem) { main { overflow-x: visible; } }
        @media (max-width: 40rem) { th, td { padding: .25rem .35rem; } .wide { display: none; } td.id { max-width: 7rem; } }
        </style>
        </head>
        <body>
        <header>
        <h1>Submissions and tests</h1>
        <div id="tally"></div>
        <form role="search" aria-label="What is shown">
        <select id="problem" aria-label="Problem"><option value="">all problems</option></select>
        <select id="verdict" aria-label="Verdict"><option value="">all verdicts</option>
        <option value="!">not as expected</option><option value="-">skipped</option></select>
        <select id="colour" aria-label="Colour of cells"><option value="v">verdicts</option>
        <option value="c">CPU time</option><option value="m">memory</option></select>
        <input id="text" type="search" placeholder="submission or language" aria-label="Submission or language">
        </form>
        </header>
        <main><table><thead><tr id="titles"></tr></thead><tbody id="rows"></tbody></table><div id="end"></div></main>
        <div id="told" role="status" aria-live="polite">Choose a cell to see its test.</div>
        <noscript>This page draws its table with JavaScript.</noscript>

        """

    /// Everything behind the data.
    static let script = """
        <script>
        'use strict';
        const data = JSON.parse(document.getElementById('data').textContent);
        const element = name => document.getElementById(name);
        const results = data.results;
        const style = getComputedStyle(document.documentElement);
        const colourOf = verdict => style.getPropertyValue('--' + verdict).trim() || '#888';
        const columns = [
          ['submission', r => r.i, 'id'], ['language', r => r.l || '', 'wide'], ['verdict', r => r.k ? '-' : r.v, ''],
          ['score', r => r.s ?? -1, 'number wide'], ['CPU time', r => r.c ?? -1, 'number'],
          ['memory', r => r.m ?? -1, 'number wide'], ['tests', r => r.t.filter(t => t[0] === 'AC').length, '']
        ];
        let sorted = null, backwards = false, shown = [], drawn = 0;
        const step = 150;

        function options(select, values) {
          for (const value of values) {
            const option = document.createElement('option');
            option.value = option.textContent = value;
            select.append(option);
          }
        }
        options(element('problem'), [...new Set(results.map(r => r.p))].sort());
        options(element('verdict'), [...new Set(results.map(r => r.v).filter(Boolean))].sort());

        function tally() {
          const counts = new Map();
          for (const r of results) { const v = r.k ? 'skipped' : r.v; counts.set(v, (counts.get(v) || 0) + 1); }
          const odd = results.filter(r => r.a === false).length;
          const parts = [results.length + ' submissions', ...[...counts].sort().map(([v, n]) => n + ' ' + v)];
          parts.push(odd ? odd + ' not as expected' : 'none against expectations');
          for (const part of parts) {
            const span = document.createElement('span');
            span.textContent = part;
            element('tally').append(span);
          }
        }

        function titles() {
          const row = element('titles');
          columns.forEach(([title, , kind], index) => {
            const cell = document.createElement('th'), button = document.createElement('button');
            cell.className = kind.replace('number', '');
            button.type = 'button';
            button.textContent = title;
            button.onclick = () => {
              backwards = sorted === index ? !backwards : false;
              sorted = index;
              for (const other of row.children) other.removeAttribute('aria-sort');
              cell.setAttribute('aria-sort', backwards ? 'descending' : 'ascending');
              select();
            };
            cell.append(button);
            row.append(cell);
          });
        }

        function select() {
          const problem = element('problem').value, verdict = element('verdict').value;
          const text = element('text').value.toLowerCase();
          shown = results.filter(r => (!problem || r.p === problem)
            && (!verdict || (verdict === '!' ? r.a === false : verdict === '-' ? r.k : r.v === verdict))
            && (!text || r.i.toLowerCase().includes(text) || (r.l || '').includes(text)));
          if (sorted !== null) {
            const key = columns[sorted][1];
            shown.sort((a, b) => { const x = key(a), y = key(b);
              return (x < y ? -1 : x > y ? 1 : 0) * (backwards ? -1 : 1); });
          }
          element('rows').replaceChildren();
          drawn = 0;
          more();
        }

        function cell(row, text, kind) {
          const td = document.createElement('td');
          td.className = kind || '';
          td.textContent = text;
          row.append(td);
          return td;
        }

        function more() {
          for (const r of shown.slice(drawn, drawn + step)) {
            const row = document.createElement('tr');
            cell(row, r.i, 'id').title = r.i;
            cell(row, r.l || '', 'wide');
            const mark = document.createElement('span');
            mark.className = 'verdict' + (r.a === false ? ' odd' : '');
            mark.textContent = r.k ? '–' : r.v;
            mark.style.background = r.k ? colourOf('SK') : colourOf(r.v);
            mark.title = r.k || r.r || '';
            cell(row, '').append(mark);
            cell(row, r.s == null ? '' : r.s + (r.x == null ? '' : ' / ' + r.x), 'number wide');
            cell(row, r.c == null || r.k ? '' : r.c.toFixed(3) + ' s', 'number');
            cell(row, r.m == null || r.k ? '' : (r.m / 1048576).toFixed(1) + ' MiB', 'number wide');
            cell(row, '').append(strip(r));
            element('rows').append(row);
          }
          drawn = Math.min(shown.length, drawn + step);
        }

        function largest(r, place) { return Math.max(1, ...r.t.map(t => t[place] || 0)); }

        function strip(r) {
          const canvas = document.createElement('canvas'), count = r.t.length;
          const width = Math.max(2, Math.min(14, Math.floor(600 / Math.max(1, count))));
          canvas.width = Math.max(1, width * count);
          canvas.height = 18;
          // On a narrow screen a strip is squeezed into what is left beside the other columns.
          const room = innerWidth < 640 ? Math.max(60, innerWidth - 340) : Infinity;
          canvas.style.width = Math.min(canvas.width, room) + 'px';
          canvas.tabIndex = count ? 0 : -1;
          canvas.setAttribute('role', 'img');
          canvas.setAttribute('aria-label', count + ' tests, ' + r.t.filter(t => t[0] === 'AC').length + ' accepted');
          const paint = canvas.getContext('2d'), mode = element('colour').value;
          const place = mode === 'c' ? 1 : 2, most = mode === 'v' ? 1 : largest(r, place);
          r.t.forEach((t, index) => {
            paint.globalAlpha = mode === 'v' || t[0] === 'SK' ? 1 : 0.12 + 0.88 * (t[place] || 0) / most;
            paint.fillStyle = t[0] === 'SK' ? colourOf('skipped') : colourOf(mode === 'v' ? t[0] : mode === 'c' ? 'TLE' : 'MLE');
            paint.fillRect(index * width, 0, width > 3 ? width - 1 : width, 18);
          });
          let at = 0;
          const tell = index => {
            const t = r.t[index];
            if (!t) return;
            at = index;
            const figures = t.length > 1 ? ', ' + t[1] + ' ms, ' + (t[2] / 1024).toFixed(1) + ' MiB' : '';
            element('told').textContent = r.i + ' on ' + ((data.tests[r.p] || [])[index] || 'test ' + (index + 1))
              + ': ' + t[0] + figures + (t[0] === r.v && r.r ? ' (' + r.r + ')' : '');
          };
          const under = event => {
            const box = canvas.getBoundingClientRect();
            return Math.floor((event.clientX - box.left) / box.width * count);
          };
          canvas.onpointermove = canvas.onclick = event => tell(under(event));
          canvas.onfocus = () => tell(at);
          canvas.onkeydown = event => {
            if (event.key === 'ArrowRight') tell(Math.min(count - 1, at + 1));
            else if (event.key === 'ArrowLeft') tell(Math.max(0, at - 1));
            else return;
            event.preventDefault();
          };
          return canvas;
        }

        for (const name of ['problem', 'verdict', 'colour']) element(name).onchange = select;
        element('text').oninput = select;
        document.querySelector('form').onsubmit = event => event.preventDefault();
        new IntersectionObserver(entries => {
          if (entries.some(entry => entry.isIntersecting) && drawn < shown.length) more();
        }, { rootMargin: '600px' }).observe(element('end'));
        tally();
        titles();
        select();
        </script>
        </body>
        </html>

        """
}
