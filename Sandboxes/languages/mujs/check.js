// Compiles the scripts that it gets as the bodies of functions, and runs none of them.
for (var i = 0; i < scriptArgs.length; i++) {
    try {
        new Function(read(scriptArgs[i]).replace(/^#!.*/, ''));
    } catch (error) {
        print(error.message.replace('[string]', scriptArgs[i]));
        quit(1);
    }
}
