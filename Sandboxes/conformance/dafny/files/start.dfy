include "greeting.dfy"

method Main() {
  greet("World");
}
