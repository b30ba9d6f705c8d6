% Runs a script with room for deep recursion, which Octave's own limits would not leave.
max_recursion_depth(200000);
max_stack_depth(200000);
source(argv(){1});
