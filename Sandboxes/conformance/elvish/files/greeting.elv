fn greet {|name|
    echo 'Hello, '$name'!'
}
