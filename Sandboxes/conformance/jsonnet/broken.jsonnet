local known = 1;

local half = known / ) 2;
std.toString(half)
