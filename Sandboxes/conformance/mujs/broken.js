var known = 1;

var half = known / );
print(half);
