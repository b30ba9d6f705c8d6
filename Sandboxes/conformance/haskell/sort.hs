import Data.List (sort)

main :: IO ()
main = do
    (count : values) <- map read . lines <$> getContents
    mapM_ print (sort (take count values))
