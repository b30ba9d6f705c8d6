// JavaScript has no heap; this one keeps the smallest number on top.
class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  get top() {
    return this.#items[0];
  }

  push(item) {
    const items = this.#items;
    let place = items.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (items[parent] <= item) break;
      items[place] = items[parent];
      place = parent;
    }
    items[place] = item;
  }

  pop() {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child + 1 < items.length && items[child + 1] < items[child]) child++;
      if (child >= items.length || items[child] >= last) break;
      items[place] = items[child];
      place = child;
    }
    items[place] = last;
    return top;
  }
}

const [, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const small = new Heap(); // its numbers are negated
const large = new Heap();
let sum = 0;
for (const number of numbers) {
  small.push(-number);
  large.push(-small.pop());
  if (large.size > small.size) small.push(-large.pop());
  sum -= small.top;
}
console.log(String(sum));
