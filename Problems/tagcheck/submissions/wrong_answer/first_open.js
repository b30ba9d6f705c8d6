// Names the first tag that is never closed, not the last.
const text = require("fs").readFileSync(0, "utf8");
const open = [];
let deepest = 0;
let wrong = 0;
for (const tag of text.matchAll(/<(\/?)([a-z]+)(\/?)>/g)) {
  if (tag[1]) {
    if (open.pop()?.name !== tag[2]) {
      wrong = tag.index + 1;
      break;
    }
  } else {
    deepest = Math.max(deepest, open.length + 1);
    if (!tag[3]) open.push({ name: tag[2], position: tag.index + 1 });
  }
}
console.log(wrong ? `wrong ${wrong}` : open.length ? `open ${open[0].position}` : `ok ${deepest}`);
