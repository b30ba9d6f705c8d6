import Control.Concurrent
import Control.Monad

main :: IO ()
main = do
    total <- newMVar 0
    finished <- newEmptyMVar
    forM_ [0 .. 3] $ \number -> forkIO $ do
        replicateM_ 1000 (modifyMVar_ total (return . (+ number)))
        putMVar finished ()
    replicateM_ 4 (takeMVar finished)
    readMVar total >>= print
