@include "greeting.awk"

BEGIN { greet("World") }
