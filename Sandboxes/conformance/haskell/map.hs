import qualified Data.Map.Strict as Map

main :: IO ()
main = do
    text <- getContents
    let counts = Map.fromListWith (+) [(word, 1 :: Int) | word <- lines text]
    print (Map.size counts)
    print (Map.findWithDefault 0 "judge" counts)
