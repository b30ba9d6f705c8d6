known = 1;

half = known / ) 2;
