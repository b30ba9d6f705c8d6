call writefile(repeat([repeat('x', 99)], 100000), '/dev/stdout')
