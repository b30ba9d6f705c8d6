import Greeting

main :: IO ()
main = putStrLn (greet "World")
