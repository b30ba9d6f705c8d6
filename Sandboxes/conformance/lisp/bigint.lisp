(format t "~d~%" (reduce #'* (loop for i from 1 to 50 collect i)))
