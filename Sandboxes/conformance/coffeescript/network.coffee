{connect} = require 'net'

connect 80, '192.0.2.1'
  .on 'error', -> console.log 'no network'
