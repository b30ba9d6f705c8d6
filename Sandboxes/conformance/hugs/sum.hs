import Data.Char (ord)

number :: String -> Int
number ('-' : digits) = negate (number digits)
number digits = foldl (\n digit -> 10 * n + ord digit - 48) 0 digits

main :: IO ()
main = do
    text <- getContents
    let (count : values) = lines text
    print (sum (map (toInteger . number) (take (number count) values)))
