declare var require: any;

const numbers: number[] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const n = numbers[0];
const sum = numbers[1];
const positions: { [number: string]: number } = {};
let answer = "IMPOSSIBLE";
for (let position = 1; position <= n; position++) {
    const number = numbers[position + 1];
    const other = positions[sum - number];
    if (other !== undefined) {
        answer = other + " " + position;
        break;
    }
    positions[number] = position;
}
require("fs").writeSync(1, answer + "\n");
