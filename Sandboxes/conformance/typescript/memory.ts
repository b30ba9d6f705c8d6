const blocks: number[][] = [];
for (;;) blocks.push(new Array<number>(100000).fill(blocks.length));
