call writefile(['Hello, World!'], '/dev/stdout')
