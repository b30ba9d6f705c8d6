fun greet name = print ("Hello, " ^ name ^ "!\n")
