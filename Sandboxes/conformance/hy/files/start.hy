(import greeting [greet])

(greet "World")
