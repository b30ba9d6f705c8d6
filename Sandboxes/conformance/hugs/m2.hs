main :: IO ()
main = print (length blocks + length (last blocks))
  where
    blocks = iterate (\block -> 'x' : block) ""
