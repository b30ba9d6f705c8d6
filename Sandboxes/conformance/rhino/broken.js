const known = 1;

const half = known / );
print(half);
