const known: number = 1;

const half: number = known / ;
console.log(half);
