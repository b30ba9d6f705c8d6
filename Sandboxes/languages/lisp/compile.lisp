;; Compiles a file. Where it cannot be read, the line is told.
(defun quit-with (code) #+abcl (ext:quit :status code) #+ecl (ext:quit code))

(defun tell-place (in)
  (with-open-file (source in)
    (handler-case
        (loop for form = (read source nil source)
              until (eq form source)
              ;; Those that say how the rest is to be read.
              when (and (consp form) (member (car form) '(defpackage in-package require eval-when)))
                do (eval form))
      (error (mistake)
        (let ((position (file-position source)))
          (with-open-file (again in)
            (format *error-output* "~a:~d: ~a~%" in
                    (1+ (loop repeat position for c = (read-char again nil) while c count (char= c #\Newline)))
                    mistake)))))))

(defun compile-program (in out)
  (setf *load-verbose* nil *compile-verbose* nil *compile-print* nil)
  (when (handler-case (compile-file in :output-file out)
          (error (mistake) (format *error-output* "~a: ~a~%" in mistake)))
    (quit-with 0))
  (tell-place in)
  (quit-with 1))
