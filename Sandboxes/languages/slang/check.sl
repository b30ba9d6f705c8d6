% Translates a file, and runs nothing of it. Without a directory it would be searched for elsewhere.
byte_compile_file("./" + __argv[1], 0);
