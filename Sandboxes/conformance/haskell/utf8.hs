main :: IO ()
main = do
    getLine >>= putStrLn
    getLine >>= putStrLn
    putStrLn "žluťoučký kůň, καλημέρα, 日本語, 🙂"
