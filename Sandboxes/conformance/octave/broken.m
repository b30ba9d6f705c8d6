known = 1;

half = known / );
disp(half)
