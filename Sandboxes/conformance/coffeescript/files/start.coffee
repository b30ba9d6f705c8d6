{greet} = require './greeting'

greet 'World'
