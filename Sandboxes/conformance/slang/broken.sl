variable known = 1;

variable half = known / ) 2;
