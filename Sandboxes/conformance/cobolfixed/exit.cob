       identification division.
       program-id. exit-code.
       procedure division.
           move 3 to return-code
           stop run.
