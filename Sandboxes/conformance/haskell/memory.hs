main :: IO ()
main = print (sum numbers `div` length numbers)
  where
    numbers = [1 ..] :: [Int]
