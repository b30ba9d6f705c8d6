const known = 1;

const half = known / ;
console.log(half);
