% Translates a file, and runs nothing of it.
byte_compile_file(__argv[1], 0);
