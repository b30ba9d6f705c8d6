// Removes innermost tags from the text until nothing changes: as many rounds as the text is deep.
// (Spaces take their place, so that positions stay.)
let text = require("fs").readFileSync(0, "utf8").trimEnd();
let rounds = 0;
for (;;) {
  const shorter = text.replace(/<[a-z]+\/>|<([a-z]+)>[a-z ]*<\/\1>/g, (part) => " ".repeat(part.length));
  if (shorter === text) break;
  text = shorter;
  rounds++;
}
const closing = text.indexOf("</");
const opening = text.lastIndexOf("<");
if (closing >= 0) console.log(`wrong ${closing + 1}`);
else console.log(opening >= 0 ? `open ${opening + 1}` : `ok ${rounds}`);
