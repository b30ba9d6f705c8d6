/// What everybody must be able to read and reach, asked of the page as it is shown.
enum Audit {
    /// Texts whose contrast with what is behind them is too low (WCAG 2.2, 1.4.3).
    static let faintTexts = """
        (() => {
          const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = element => {
            for (let one = element; one; one = one.parentElement) {
              const colour = parse(getComputedStyle(one).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
            }
            return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
          };
          const bad = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('svg, .layer, option, script, noscript')) continue;
            if (element.closest(':disabled')) continue;
            const style = getComputedStyle(element), a = light(parse(style.color)), b = light(ground(element));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) bad.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
          }
          return [...bad].join(', ');
        })()
        """

    /// Controls that have no name for who cannot see them.
    static let namelessControls = """
        [...document.querySelectorAll('button, select, input, textarea, a[href], progress, [role=img], [tabindex="0"]')]
          .filter(one => one.checkVisibility() && !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')
            || one.labels?.length || one.textContent.trim()))
          .map(one => one.outerHTML.slice(0, 80)).join(', ')
        """

    /// How far the page can be scrolled sideways.
    static let overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
}
