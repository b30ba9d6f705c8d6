known := 1;

half := known / ) 2;
Print(half, "\n");
