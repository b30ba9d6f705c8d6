;; Reads all forms of the files that it gets, and evaluates none of them.
(doseq [name *command-line-args*]
  (with-open [in (java.io.FileReader. name)]
    (let [in (clojure.lang.LineNumberingPushbackReader. in)
          end (Object.)]
      (binding [*read-eval* false]
        (try
          (loop []
            (when-not (identical? end (read {:eof end :read-cond :allow} in))
              (recur)))
          (catch RuntimeException error
            (.println System/err (str name ":" (.getLineNumber in) ": " (.getMessage error)))
            (System/exit 1)))))))
