// A tree is a sequence of brackets: "(", the left subtree, ")", the right subtree. Two bits a node.
const [task, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");

function pack(children) {
  const message = [];
  const waiting = [1];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === ")") {
      message.push("0");
    } else if (next !== 0) {
      message.push("1");
      const [left, right] = children[next - 1];
      waiting.push(right, ")", left);
    }
  }
  return message.join("");
}

function unpack(message) {
  const children = [];
  const open = [];
  let free = null; // where the next node belongs
  for (const bit of message) {
    if (bit === "0") {
      free = { node: open.pop(), side: 1 };
      continue;
    }
    children.push([0, 0]);
    if (free) children[free.node - 1][free.side] = children.length;
    open.push(children.length);
    free = { node: children.length, side: 0 };
  }
  return children;
}

if (task === "pack") {
  console.log(pack(lines.slice(1).map((line) => line.split(" ").map(Number))));
} else {
  const children = unpack(lines[0]);
  console.log([children.length, ...children.map((pair) => pair.join(" "))].join("\n"));
}
