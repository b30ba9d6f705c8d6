;; Runs the program in a thread, which gets the stack that the virtual machine was told of: ABCL's own has 4 MiB. An error
;; that nobody handles ends it with the code 1, not 0.
(let ((program (pop ext:*command-line-argument-list*)))
  (flet ((run ()
           (handler-bind
               ((serious-condition
                  (lambda (mistake)
                    ; Its own stream of errors leads to standard output.
                    (java:jcall "println" (java:jfield "java.lang.System" "err") (princ-to-string mistake))
                    (ext:quit :status 1))))
             (load program))))
    (threads:thread-join (threads:make-thread #'run))))
