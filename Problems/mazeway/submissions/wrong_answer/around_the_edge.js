// Forgets the walls around the maze: behind the end of a row comes the next one.
const [, ...rows] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const width = rows[0].length;
const maze = rows.join("");
const steps = { R: 1, L: -1, D: width, U: -width };
const start = maze.indexOf("S");
const came = { [start]: "S" };
const waiting = [start];
for (const place of waiting) {
  for (const letter in steps) {
    const next = place + steps[letter];
    if (next < 0 || next >= maze.length || maze[next] === "#" || next in came) continue;
    came[next] = letter;
    waiting.push(next);
  }
}
let place = maze.indexOf("E");
let way = "";
if (!(place in came)) way = "NONE";
else for (; place !== start; place -= steps[came[place]]) way = came[place] + way;
console.log(way);
