require! './greeting': {greet}

greet 'World'
