main :: IO ()
main = do
    text <- getContents
    let rows = lines text
    print (length rows)
    putStrLn (last rows)
