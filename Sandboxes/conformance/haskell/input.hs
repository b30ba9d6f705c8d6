main :: IO ()
main = do
    rows <- lines <$> getContents
    print (length rows)
    putStrLn (last rows)
