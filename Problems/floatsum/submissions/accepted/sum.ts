declare var require: any;

const lines: string[] = require("fs").readFileSync(0, "utf8").split("\n");
let sum = 0;
for (let i = 1; i <= Number(lines[0]); i++) {
    sum += Number(lines[i]);
}
require("fs").writeSync(1, sum + "\n");
