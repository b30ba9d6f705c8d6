const known: number = 1;

const half: string = known / 2;
console.log(half);
