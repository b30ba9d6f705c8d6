[indent=4]
init
    var two = 2
    assert two == 3
