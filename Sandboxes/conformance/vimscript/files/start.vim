source greeting.vim

call Greet('World')
