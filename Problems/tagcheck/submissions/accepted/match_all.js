function check(text) {
  const open = [];
  let deepest = 0;
  for (const tag of text.matchAll(/<(\/?)([a-z]+)(\/?)>/g)) {
    const [, closes, name, isEmpty] = tag;
    if (closes) {
      if (open.pop()?.name !== name) return `wrong ${tag.index + 1}`;
    } else {
      deepest = Math.max(deepest, open.length + 1);
      if (!isEmpty) open.push({ name, position: tag.index + 1 });
    }
  }
  return open.length ? `open ${open.at(-1).position}` : `ok ${deepest}`;
}

console.log(check(require("fs").readFileSync(0, "utf8")));
