main :: IO ()
main = do
    text <- getContents
    let (count : values) = map read (lines text) :: [Integer]
    print (sum (take (fromIntegral count) values))
