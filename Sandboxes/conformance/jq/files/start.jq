include "greeting";

"World" | greet
