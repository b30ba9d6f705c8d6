function greeting() {
    return 'Hello, World!';
    print('never');
}

print(greeting());
