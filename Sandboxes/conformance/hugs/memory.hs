main :: IO ()
main = print (length numbers + last numbers)
  where
    numbers = repeat 1 ++ [2]
