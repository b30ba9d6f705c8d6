import Foreign

main :: IO ()
main = poke nullPtr (1 :: Int)
