// @EXPECTED_RESULTS@: OUTPUT-LIMIT
// Follows the wall on its right hand and prints every step, without end where there is no way.
const [, ...rows] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const width = rows[0].length + 1;
const maze = "#".repeat(width) + rows.join("#") + "#".repeat(width + 1);
const steps = [-width, 1, width, -1];
let place = maze.indexOf("S");
let heading = 1;
let way = "";
while (maze[place] !== "E") {
  for (const turn of [1, 0, 3, 2]) {
    const next = (heading + turn) % 4;
    if (maze[place + steps[next]] === "#") continue;
    heading = next;
    place += steps[next];
    way += "URDL"[next];
    break;
  }
  if (way.length > 60000) {
    process.stdout.write(way);
    way = "";
  }
}
console.log(way);
