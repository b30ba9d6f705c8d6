(loop [counter 0]
  (recur (unchecked-inc counter)))
