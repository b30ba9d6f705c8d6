// Numbers are exact only up to 2^53, so each one is kept in two halves of nine digits.
declare var require: any;

const half = 1000000000;

function halves(word: string): [number, number] {
    const sign = word.charAt(0) === "-" ? -1 : 1;
    const digits = sign < 0 ? word.slice(1) : word;
    const cut = Math.max(digits.length - 9, 0);
    return [sign * Number(digits.slice(0, cut)), sign * Number(digits.slice(cut))];
}

const words: string[] = require("fs").readFileSync(0, "utf8").trim().split(" ");
const [aHigh, aLow] = halves(words[0]);
const [bHigh, bLow] = halves(words[1]);
let high: number = aHigh + bHigh;
let low: number = aLow + bLow;
high += Math.floor(low / half);
low -= Math.floor(low / half) * half;
const isNegative = high < 0;
if (isNegative) {
    // -(high * half + low), with the lower half again between 0 and half - 1
    high = low === 0 ? -high : -high - 1;
    low = low === 0 ? 0 : half - low;
}
const lowDigits = String(half + low).slice(1);
const text = high === 0 ? String(low) : String(high) + lowDigits;
require("fs").writeSync(1, (isNegative ? "-" : "") + text + "\n");
