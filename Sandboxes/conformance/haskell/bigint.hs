main :: IO ()
main = print (product [1 .. 50 :: Integer])
