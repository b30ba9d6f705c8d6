fun main () =
    let val known = 1
    in print (Int.toString (known + unknown)) end
