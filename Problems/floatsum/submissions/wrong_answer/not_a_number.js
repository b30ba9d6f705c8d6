// No number is near this one.
require("fs").readFileSync(0);
console.log(NaN);
