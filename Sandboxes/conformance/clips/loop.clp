(deffunction main ()
    (bind ?counter 0)
    (while TRUE
        (bind ?counter (mod (+ ?counter 1) 1000))))
(main)
