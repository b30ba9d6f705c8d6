main :: IO ()
main = do
    getLine >>= putStrLn
    getLine >>= putStrLn
    putStrLn "\382lu\357ou\269k\253 k\367\328, \954\945\955\951\956\941\961\945, \26085\26412\35486, \128578"
