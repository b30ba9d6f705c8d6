(require '[greeting :refer [greet]])

(greet "World")
