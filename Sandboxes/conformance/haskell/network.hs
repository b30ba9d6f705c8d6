{-# LANGUAGE ForeignFunctionInterface #-}

import Data.Word
import Foreign
import Foreign.C

foreign import ccall "socket" c_socket :: CInt -> CInt -> CInt -> IO CInt
foreign import ccall "connect" c_connect :: CInt -> Ptr Word8 -> CInt -> IO CInt

main :: IO ()
main = do
    wire <- c_socket 2 1 0
    result <- withArray [2, 0, 0, 80, 192, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0] (\address -> c_connect wire address 16)
    if wire < 0 || result /= 0 then putStrLn "no network" else return ()
