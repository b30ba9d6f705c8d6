export greet = (name) -> console.log "Hello, #name!"
