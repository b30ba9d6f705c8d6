import Data.List (sort)

main :: IO ()
main = do
    text <- getContents
    let (count : values) = map read (lines text) :: [Int]
    mapM_ print (sort (take count values))
