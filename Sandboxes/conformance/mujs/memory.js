var block = new Array((1 << 20) + 1).join('x');
var blocks = [];
while (true) blocks.push(block + blocks.length);
