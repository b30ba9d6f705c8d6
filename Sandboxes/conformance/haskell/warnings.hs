main :: IO ()
main = putStrLn (greeting True)

greeting :: Bool -> String
greeting _ = "Hello, World!"
greeting True = "never"
