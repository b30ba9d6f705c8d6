const [, ...rows] = require("fs").readFileSync(0, "utf8").trim().split(/\n/);
// A wall to the right of each row is one to the left of the next; two more rows are above and below.
const width = rows[0].length + 1;
const wall = "#".repeat(width);
const maze = `${wall}${rows.join("#")}#${wall}`;
const steps = { R: 1, L: -1, D: width, U: -width };
const start = maze.indexOf("S");
const end = maze.indexOf("E");

const came = new Array(maze.length).fill(null);
came[start] = "S";
const waiting = [start];
for (const place of waiting) {
  for (const [letter, step] of Object.entries(steps)) {
    const next = place + step;
    if (maze[next] === "#" || came[next] !== null) continue;
    came[next] = letter;
    waiting.push(next);
  }
}
if (came[end] === null) {
  console.log("NONE");
} else {
  const way = [];
  for (let place = end; place !== start; place -= steps[came[place]]) way.push(came[place]);
  console.log(way.reverse().join(""));
}
