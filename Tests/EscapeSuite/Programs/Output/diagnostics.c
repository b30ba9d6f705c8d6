// Has the compiler show what terminals obey: in the lines that it quotes, and in its own words.
#error "[2J]0;owned[38;5;199m�2J2J‮"
int [2J = 1;
