main :: IO ()
main = print (until (< 0) (+ 1) (0 :: Integer))
